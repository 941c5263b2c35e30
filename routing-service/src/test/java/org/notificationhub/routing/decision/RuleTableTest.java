package org.notificationhub.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.notificationhub.routing.rule.Facts;
import org.notificationhub.routing.rule.Question;
import org.notificationhub.routing.rule.RoutingDecision.Outcome;
import org.notificationhub.routing.rule.RoutingRule;
import org.notificationhub.routing.rule.RoutingRules;
import org.notificationhub.routing.rule.RulesUnusable;
import org.notificationhub.routing.rule.RulesUnusable.Flaw;
import org.notificationhub.routing.rule.Vocabulary;

/** The table as it is shipped, row by row, and what no table may be. */
class RuleTableTest {

    private static final Vocabulary VOCABULARY = RuleVocabulary.shipped();
    private static final RoutingRules RULES = RuleTable.read(RuleTable.shipped(), VOCABULARY);

    /** With these every condition of the table holds, and no rule goes before another. */
    private static final Map<String, String> FULFILLING =
            Map.of("naturalCourse", "false", "unitSecurity", "LOW", "outcome", "GRANTED", "cause", "OTHER");

    @Test
    void everyTypeHasARuleForEveryClassOnEveryDay() {
        assertThat(VOCABULARY.types()).hasSize(29);
        for (var day = LocalDate.of(2010, 4, 1); day.isBefore(LocalDate.of(2030, 1, 1)); day = day.plusDays(1)) {
            assertThat(RULES.inForceOn(day))
                    .hasSize(29 * VOCABULARY.classes().all().size());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void eachRowDecidesOnItsFirstAndItsLastDay(RoutingRule row) {
        for (var day : days(row)) {
            var facts = FULFILLING;
            if (row.type().code().equals("DEATH_AFTER_TERMINATION_OF_PREGNANCY")) {
                facts = Map.of("naturalCourse", "true");
            }
            var decision = RULES.decide(new Question(row.type().code(), row.providerClass(), day, new Facts(facts)));

            assertThat(decision.rule()).isEqualTo(row);
            assertThat(decision.aboutCqc().outcome()).isEqualTo(expected(row));
            assertThat(decision.aboutCqc().because()).contains(row.cells().get("because"));
            assertThat(decision.citations()).isNotEmpty().allSatisfy(citation -> {
                assertThat(citation.instrument()).matches("SI (2009/3112|2017/1322|2000/1059|2012/\\d+|2024/896)");
                assertThat(citation.instrument()).startsWith("SI " + citation.year() + "/");
                assertThat(citation.provision()).contains("reg ");
                assertThat(citation.url()).startsWith("http");
            });
        }
    }

    @ParameterizedTest(name = "{0} at {1} on {2} is {3}")
    @CsvSource({
        "SERIOUS_INJURY, NHS_BODY, 2010-04-01, OWED_UNLESS_LFPSE_ACCEPTS",
        "SERIOUS_INJURY, NHS_BODY, 2012-02-29, OWED_UNLESS_LFPSE_ACCEPTS",
        "SERIOUS_INJURY, NHS_BODY, 2024-06-30, OWED_UNLESS_LFPSE_ACCEPTS",
        "SERIOUS_INJURY, NHS_BODY, 2024-07-01, OWED_UNLESS_LFPSE_ACCEPTS",
        "SERIOUS_INJURY, INDEPENDENT, 2010-09-30, HOLD",
        "SERIOUS_INJURY, INDEPENDENT, 2010-10-01, OWED",
        "SERIOUS_INJURY, PRIMARY_MEDICAL_SERVICES, 2013-03-31, NOT_REQUIRED",
        "SERIOUS_INJURY, PRIMARY_MEDICAL_SERVICES, 2013-04-01, OWED",
        "SERIOUS_INJURY, LOCAL_AUTHORITY, 2024-02-29, OWED",
        "DOLS_OUTCOME, NHS_BODY, 2012-06-17, HOLD",
        "DOLS_OUTCOME, NHS_BODY, 2012-06-18, OWED",
        "RETURN_FROM_UNAUTHORISED_ABSENCE, INDEPENDENT, 2012-06-17, NOT_REQUIRED",
        "RETURN_FROM_UNAUTHORISED_ABSENCE, INDEPENDENT, 2012-06-18, OWED",
        "POLICE_INCIDENT, NHS_BODY, 2026-11-24, NOT_REQUIRED",
        "POLICE_INCIDENT, NHS_BLOOD_AND_TRANSPLANT, 2026-11-24, OWED",
        "IRMER_SAUE, INDEPENDENT, 2018-02-05, OWED",
        "IRMER_SAUE, NHS_BODY, 2018-02-06, OWED",
        "IRMER_SAUE, NHS_BODY, 2024-10-01, OWED",
    })
    void theLawOfTheDayDecides(String type, String providerClass, LocalDate on, Outcome outcome) {
        var asked = VOCABULARY.classes().find(providerClass).orElseThrow();

        assertThat(RULES.decide(new Question(type, asked, on, new Facts(FULFILLING)))
                        .aboutCqc()
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aHealthServiceBodysExemptionReachesFourTypesOnly() {
        assertThat(rows().filter(row -> expected(row) == Outcome.OWED_UNLESS_LFPSE_ACCEPTS)
                        .map(row -> row.type().code() + " " + row.providerClass())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "DEATH_OF_SERVICE_USER", "SERIOUS_INJURY", "ABUSE_OR_ALLEGATION", "EVENT_STOPS_SERVICE")
                        .flatMap(type -> Stream.of(type + " NHS_BODY", type + " NHS_BLOOD_AND_TRANSPLANT"))
                        .toList());
    }

    @Test
    void aTableThatIsWrittenReadsAsItWas() {
        var again = RuleTable.read(RuleTable.write(RULES.version(), RULES.all().stream()), VOCABULARY);

        assertThat(again.version()).isEqualTo(RULES.version());
        assertThat(again.all()).isEqualTo(RULES.all());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void aFlawedTableIsRefused(String flaw, UnaryOperator<String> spoil) {
        assertThatThrownBy(() -> RuleTable.read(spoil.apply(RuleTable.shipped()), VOCABULARY))
                .asInstanceOf(type(RulesUnusable.class))
                .extracting(RulesUnusable::flaws)
                .satisfies(flaws -> assertThat(flaws.toString()).contains(flaw));
    }

    static Stream<Arguments> flaws() {
        var injury = "SERIOUS_INJURY,INDEPENDENT,2010-10-01,";
        return Stream.of(
                spoilt("does not name its edition", "# edition 2026-11-25", "# made 2026-11-25"),
                spoilt("its edition is not", "# edition 2026-11-25", "# edition two words"),
                spoilt(
                        "SERIOUS_INJURY for INDEPENDENT has no rule on 2010-10-01",
                        injury,
                        "SERIOUS_INJURY,INDEPENDENT,2010-10-02,"),
                spoilt(
                        "SERIOUS_INJURY for INDEPENDENT has two rules on 2010-09-30",
                        injury,
                        "SERIOUS_INJURY,INDEPENDENT,2010-09-30,"),
                spoilt("SERIOUS_INJURY for INDEPENDENT has no rule on 2024-01-01", injury, injury + "2023-12-31"),
                spoilt("ends before it begins", injury, injury + "2010-09-30"),
                spoilt("in_force_from is not a day", injury, "SERIOUS_INJURY,INDEPENDENT,1 October 2010,"),
                spoilt("notification type that is not known", injury, "EARTHQUAKE,INDEPENDENT,2010-10-01,"),
                spoilt("its provider_class is not known", injury, "SERIOUS_INJURY,DENTIST,2010-10-01,"),
                spoilt("its duty is not a code", injury + ",CQC_DIRECT", injury + ",PERHAPS"),
                spoilt(
                        "never discharges the duty of an independent provider",
                        injury + ",CQC_DIRECT",
                        injury + ",LFPSE_DISCHARGES"),
                spoilt(
                        "under IR(ME)R",
                        "IRMER_SAUE,NHS_BODY,2024-10-01,,CQC_DIRECT",
                        "IRMER_SAUE,NHS_BODY,2024-10-01,,LFPSE_DISCHARGES"),
                spoilt(
                        "what it does not take",
                        "DOLS_OUTCOME,NHS_BODY,2012-06-18,,CQC_DIRECT",
                        "DOLS_OUTCOME,NHS_BODY,2012-06-18,,LFPSE_DISCHARGES"),
                spoilt("there is no fact weather", "unitSecurity=LOW|MEDIUM|HIGH", "weather=GOOD"),
                spoilt("a value that it never has", "unitSecurity=LOW|MEDIUM|HIGH", "unitSecurity=SOME"),
                spoilt("a condition cannot be read", "unitSecurity=LOW|MEDIUM|HIGH", "unitSecurity is low"),
                spoilt(
                        "lacks its otherwise",
                        "An application alone is not notified; CQC is told once the outcome is known, or the application is withdrawn.",
                        " "),
                spoilt("there is no limit", "WITHIN_2_WEEKS", "WITHIN_2_FORTNIGHTS"),
                spoilt("its clock cannot be read", "WITHIN_28_DAYS from diedOn", "whenever"),
                spoilt("it lacks its clock", "WITHIN_28_DAYS from diedOn", ""),
                spoilt("its clock_source is not a code", ",CQC_GUIDANCE,", ",HEARSAY,"),
                spoilt("its year is not that of its instrument", "SI 2017/1322,2017", "SI 2017/1322,2018"),
                spoilt("its instrument cannot be read", "SI 2017/1322,2017", "IR(ME)R,2017"),
                spoilt("it lacks its provision", "SI 2017/1322,2017,reg 8(4)", "SI 2017/1322,2017,"),
                spoilt("its url cannot be read", "https://cqc.org.uk/node/10462", "somewhere"),
                spoilt("a further citation cannot be read", "SI 2012/1186 reg 2 https", "SI 2012/1186 http"),
                spoilt("its confidence is not a code", ",certain\n", ",sure\n"),
                spoilt(
                        "its because cannot be read",
                        "An English NHS body need not tell CQC of an incident because the police are involved.",
                        "no full stop"),
                spoilt("its yields_to cannot be read", "DEATH_OF_DETAINED_PATIENT if detained=true", "reg 17"),
                spoilt(
                        "notification type that is not known",
                        "DEATH_OF_DETAINED_PATIENT if detained=true",
                        "EARTHQUAKE if detained=true"),
                spoilt(
                        "goes before itself",
                        "DEATH_OF_DETAINED_PATIENT if detained=true",
                        "DEATH_OF_SERVICE_USER if detained=true"),
                spoilt("neither yes nor no", ",,no,,,", ",,maybe,,,"),
                spoilt("its columns are not those", "notification_type,provider_class", "type,provider_class"));
    }

    @Test
    void everyFlawIsNamedWithItsRow() {
        var spoilt = RuleTable.shipped().replace("WITHIN_28_DAYS from diedOn", "whenever");

        assertThatThrownBy(() -> RuleTable.read(spoilt, VOCABULARY))
                .asInstanceOf(type(RulesUnusable.class))
                .extracting(RulesUnusable::flaws)
                .satisfies(flaws -> assertThat(flaws)
                        .hasSize(3)
                        .allMatch(flaw -> flaw.row() > 100)
                        .extracting(Flaw::toString)
                        .allMatch(text -> text.startsWith("row ")));
    }

    private static Arguments spoilt(String flaw, String from, String to) {
        return Arguments.of(flaw, (UnaryOperator<String>) table -> {
            assertThat(table).contains(from);
            return table.replace(from, to);
        });
    }

    private static Stream<RoutingRule> rows() {
        return RULES.all().stream();
    }

    private static List<LocalDate> days(RoutingRule row) {
        var days = new ArrayList<>(List.of(row.inForceFrom()));
        days.add(row.inForceTo() == null ? LocalDate.of(2030, 1, 1) : row.inForceTo());
        return days;
    }

    private static Outcome expected(RoutingRule row) {
        return switch (row.cells().get("duty")) {
            case "CQC_DIRECT" -> Outcome.OWED;
            case "LFPSE_DISCHARGES" -> Outcome.OWED_UNLESS_LFPSE_ACCEPTS;
            case "NOT_REQUIRED" -> Outcome.NOT_REQUIRED;
            default -> Outcome.HOLD;
        };
    }
}
