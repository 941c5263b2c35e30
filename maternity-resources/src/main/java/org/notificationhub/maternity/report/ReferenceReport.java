package org.notificationhub.maternity.report;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.notificationhub.maternity.catalogue.AssessedQuestion;
import org.notificationhub.maternity.catalogue.Confidence;
import org.notificationhub.maternity.catalogue.Content;
import org.notificationhub.maternity.catalogue.Criterion;
import org.notificationhub.maternity.catalogue.Framework;
import org.notificationhub.maternity.catalogue.Reference;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.report.BrokenReference.Trouble;

/** What resources rest on that does not bear, or soon will not. */
public final class ReferenceReport {

    private final Content content;
    private final LocalDate day;
    private final List<BrokenReference> found = new ArrayList<>();

    private ReferenceReport(Content content, LocalDate day) {
        this.content = content;
        this.day = day;
    }

    /** @return the worst first, then in the order of the register */
    public static List<BrokenReference> on(LocalDate day, Content content) {
        var report = new ReferenceReport(content, day);
        report.unresolved();
        content.references().forEach(report::look);
        content.frameworks().forEach(report::look);
        return report.found.stream()
                .sorted(Comparator.comparing(BrokenReference::trouble))
                .toList();
    }

    private void unresolved() {
        var known = content.references().stream().map(Reference::id).collect(toSet());
        everyVersion()
                .flatMap(ReferenceReport::cited)
                .distinct()
                .filter(id -> !known.contains(id))
                .forEach(id -> found.add(new BrokenReference(
                        Trouble.UNRESOLVED, id, "", "Describe it in references.yaml, or cite another.", citing(id))));
    }

    private void look(Reference reference) {
        var citedBy = citing(reference.id());
        var isCited = !citedBy.isEmpty();
        if (reference.supersededBy() != null && isCited) {
            add(Trouble.SUPERSEDED, reference, "Cite " + reference.supersededBy() + " in a new version of each.");
        }
        if (reference.reviewFrom() != null
                && reference.supersededBy() == null
                && !reference.reviewFrom().isAfter(day)) {
            add(
                    Trouble.PAST_REVIEW,
                    reference,
                    "Look for another edition since " + reference.reviewFrom()
                            + ". Describe it under an id of its own and name that in supersededBy, or move reviewFrom.");
        }
        if (reference.confidence() == Confidence.UNCHECKED && isCited) {
            add(Trouble.UNCHECKED, reference, "Read it at its address, put says right and raise its confidence.");
        }
        if (everyVersion().flatMap(ReferenceReport::cited).noneMatch(reference.id()::equals)) {
            add(Trouble.UNUSED, reference, "Cite it where it helps, or take it out.");
        }
    }

    private void look(Framework framework) {
        if (framework.validTo() == null || !framework.validTo().isBefore(day)) {
            return;
        }
        var headings = framework.criteria().stream().map(Criterion::id).collect(toSet());
        var citedBy = content.resources().stream()
                .filter(resource -> asksUnder(headings, resource))
                .map(Resource::slug)
                .toList();
        if (!citedBy.isEmpty()) {
            found.add(new BrokenReference(
                    Trouble.FRAMEWORK_ENDED,
                    framework.id(),
                    framework.title(),
                    "Name criteria of the framework in force in a new version of each.",
                    citedBy));
        }
    }

    private void add(Trouble trouble, Reference reference, String todo) {
        found.add(new BrokenReference(trouble, reference.id(), reference.title(), todo, citing(reference.id())));
    }

    private List<String> citing(String reference) {
        return content.resources().stream()
                .filter(resource -> cited(resource).anyMatch(reference::equals))
                .map(Resource::slug)
                .toList();
    }

    private Stream<Resource> everyVersion() {
        return Stream.concat(content.resources().stream(), content.earlier().stream());
    }

    private static boolean asksUnder(Set<String> headings, Resource resource) {
        return resource.questions().stream()
                .map(AssessedQuestion::criteria)
                .flatMap(List::stream)
                .anyMatch(headings::contains);
    }

    private static Stream<String> cited(Resource resource) {
        return Stream.of(
                        Stream.of(resource.references()),
                        resource.context().stream().map(line -> line.references()),
                        resource.goodPractice().stream().map(line -> line.references()),
                        resource.questions().stream().map(line -> line.references()))
                .flatMap(lines -> lines)
                .flatMap(List::stream);
    }
}
