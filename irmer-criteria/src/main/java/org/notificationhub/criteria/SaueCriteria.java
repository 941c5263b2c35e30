package org.notificationhub.criteria;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.notificationhub.criteria.Assessment.Notifiable;
import org.notificationhub.criteria.Criterion.Finding;
import org.notificationhub.criteria.Criterion.Standing;

/** The criteria by which exposures are notified, of every edition. Made once; tables with a gap cannot make it. */
public final class SaueCriteria {

    private final List<Criterion> criteria;
    private final List<ComplementaryCode> complementaryCodes;
    private final List<Definition> definitions;
    private final List<TimeLimit> timeLimits;

    private SaueCriteria(List<Criterion> criteria) {
        this.criteria = criteria;
        this.complementaryCodes = Table.read(Table.shipped("complementary-codes.csv"), ComplementaryCode::read);
        this.definitions = Table.read(Table.shipped("definitions.csv"), Definition::read);
        this.timeLimits = Table.read(Table.shipped("time-limits.csv"), TimeLimit::read);
        CriteriaCheck.refuseFlaws(criteria);
    }

    public static SaueCriteria shipped() {
        return of(Table.shipped("criteria.csv"));
    }

    /** @param lines of a table of criteria, its headings first */
    static SaueCriteria of(List<String> lines) {
        return new SaueCriteria(Table.read(lines, CriterionReader::read));
    }

    /** Yes where a criterion is met; no only where every one that could apply is certain and not met. */
    public Assessment assess(Exposure exposure) {
        var verdicts = Verdict.byCategory(findings(exposure));
        var met = verdicts.stream().flatMap(verdict -> verdict.met().stream()).toList();
        var notifiable = notifiable(verdicts);
        return new Assessment(
                notifiable,
                met,
                Verdict.missing(verdicts),
                verdicts.stream().flatMap(verdict -> verdict.open().stream()).toList(),
                complementaryCodes.stream()
                        .filter(code -> code.fits(exposure.facts(), notifiable))
                        .toList(),
                definitions.stream()
                        .filter(definition -> definition.isUsedBy(exposure))
                        .toList());
    }

    /** Empty where the period that the country's authority sets is not held. */
    public Optional<TimeLimit> timeLimit(Country country, LocalDate discovered) {
        return timeLimits.stream()
                .filter(limit -> limit.inForce().in(country, discovered))
                .findFirst();
    }

    /** The rows of a code, where by every one of them the exposure certainly is not notifiable. */
    public List<Criterion> contradicted(String code, Exposure exposure) {
        var findings = findings(exposure).stream()
                .filter(finding -> code.equals(finding.criterion().code()))
                .toList();
        return findings.stream().allMatch(finding -> finding.standing() == Standing.NOT_MET)
                ? findings.stream().map(Finding::criterion).toList()
                : List.of();
    }

    /** The rows of a code that were in force on any day of a period, the newest edition last. */
    public List<Criterion> ofCode(String code, Country country, LocalDate first, LocalDate last) {
        return criteria.stream()
                .filter(row -> code.equals(row.code()) && row.inForce().in(country, first, last))
                .sorted(Comparator.comparing(
                        row -> row.inForce().from(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    public Optional<ComplementaryCode> complementaryCode(String code) {
        return complementaryCodes.stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    List<Criterion> all() {
        return criteria;
    }

    private List<Finding> findings(Exposure exposure) {
        return criteria.stream()
                .filter(row -> row.inForce().in(exposure.country(), exposure.on()))
                .map(row -> row.on(exposure.facts()))
                .toList();
    }

    private static Notifiable notifiable(List<Verdict> verdicts) {
        if (verdicts.stream().anyMatch(Verdict::isMet)) {
            return Notifiable.YES;
        }
        return verdicts.stream().allMatch(Verdict::isNotMet) ? Notifiable.NO : Notifiable.UNDETERMINED;
    }
}
