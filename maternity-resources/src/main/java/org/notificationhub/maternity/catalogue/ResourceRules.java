package org.notificationhub.maternity.catalogue;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one version of a resource must keep to. */
final class ResourceRules {

    /** Guidance of this field is rewritten within two years, the incentive scheme every year. */
    private static final int LONGEST_UNREVIEWED_MONTHS = 24;

    private static final Pattern DATE_OF_FACT = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    private final Register register;
    private final Faults faults;

    ResourceRules(Register register, Faults faults) {
        this.register = register;
        this.faults = faults;
    }

    /** A version that may still be put right. */
    void check(Resource newest) {
        var file = faults.in(ContentFiles.resource(newest.slug()));
        about(file, newest);
        unreviewed(file, newest);
        file.hasSome("goodPractice", newest.goodPractice());
        file.hasSome("questions", newest.questions());
        file.hasSome("references", newest.references());
        newest.context().forEach(line -> check(file, newest, line));
        newest.goodPractice().forEach(practice -> check(file, newest, practice));
        newest.questions().forEach(question -> check(file, newest, question));
        newest.examples().forEach(example -> check(file, newest, example));
        askedOfEach(file, newest);
        canBeShown(file, newest);
    }

    /** One that was published stays as it was, whatever rules came after it; it must only be fit to be shown. */
    void checkKept(Resource earlier) {
        canBeShown(faults.in(ContentFiles.earlier(earlier.slug(), earlier.version())), earlier);
    }

    private void canBeShown(Faults.At file, Resource resource) {
        dates(file, resource);
        anchors(file, resource);
        cites(file, resource.references());
        resource.context().forEach(line -> cites(file.at(line.anchor()), line.references()));
        resource.goodPractice().forEach(practice -> cites(file.at(practice.anchor()), practice.references()));
        for (var question : resource.questions()) {
            cites(file.at(question.anchor()), question.references());
            criteria(file.at(question.anchor()), resource, question);
        }
    }

    private void about(Faults.At file, Resource resource) {
        file.isSlug("slug", resource.slug());
        file.has("id", resource.id());
        file.has("title", resource.title());
        file.has("summary", resource.summary());
        file.hasSome("audiences", resource.audiences());
        file.that(
                register.themesOf(resource.slug()).equals(List.of(String.valueOf(resource.theme()))),
                "is not listed by the theme it names",
                "List it in themes.yaml under that theme, or name the theme that lists it");
        file.that(
                resource.version() == 1 || resource.changeNote() != null,
                "changed without a changeNote",
                "Say in a sentence what is different from the version before");
    }

    private void dates(Faults.At file, Resource resource) {
        file.has("publishedAt", resource.publishedAt());
        file.has("lastReviewedAt", resource.lastReviewedAt());
        file.has("reviewDue", resource.reviewDue());
        file.inOrder(
                "publishedAt, lastReviewedAt, reviewDue",
                resource.publishedAt(),
                resource.lastReviewedAt(),
                resource.reviewDue());
    }

    private void unreviewed(Faults.At file, Resource resource) {
        file.that(
                resource.lastReviewedAt() == null
                        || resource.reviewDue() == null
                        || !resource.reviewDue()
                                .isAfter(resource.lastReviewedAt().plusMonths(LONGEST_UNREVIEWED_MONTHS)),
                "would not be read again for more than " + LONGEST_UNREVIEWED_MONTHS + " months",
                "Set an earlier reviewDue");
    }

    private void check(Faults.At file, Resource resource, ContextLine line) {
        var at = file.at(line.anchor());
        at.has("text", line.text());
        at.that(!line.references().isEmpty(), "has no source", "Cite the reference that found it");
        listed(at, resource, line.references());
    }

    private void check(Faults.At file, Resource resource, GoodPractice practice) {
        var at = file.at(practice.anchor());
        at.has("text", practice.text());
        sourced(at, resource, practice.references(), practice.confidence());
    }

    private void check(Faults.At file, Resource resource, AssessedQuestion question) {
        var at = file.at(question.anchor());
        at.has("text", question.text());
        at.that(!question.audiences().isEmpty(), "is put to nobody", "Say in audiences who may be asked");
        at.that(!question.criteria().isEmpty(), "has no criterion", "Name the heading it is asked under");
        at.that(!question.evidence().isEmpty(), "does not say what would answer it", "Add evidence");
        at.that(
                question.evidence().stream().noneMatch(ResourceRules::beginsSmall),
                "has evidence that begins in lower case",
                "Put an entry with a comma in quotes, for YAML has made two of it");
        sourced(at, resource, question.references(), question.confidence());
    }

    private static boolean beginsSmall(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }

    private void criteria(Faults.At at, Resource resource, AssessedQuestion question) {
        for (var criterion : question.criteria()) {
            at.that(
                    register.frameworkOf(criterion) != null,
                    "names an unknown criterion: " + criterion,
                    "Use an id that frameworks.yaml has");
            at.that(
                    register.inForce(criterion, resource.publishedAt()),
                    "names " + criterion + ", whose framework was not in force on " + resource.publishedAt(),
                    "Name a criterion of the framework of that day");
        }
    }

    private void check(Faults.At file, Resource resource, ExcellenceExample example) {
        var at = file.at(example.anchor());
        at.has("organisation", example.organisation());
        at.has("what", example.what());
        at.has("sourceKind", example.sourceKind());
        at.has("confidence", example.confidence());
        at.has("reviewBy", example.reviewBy());
        at.isAddress("source", example.source());
        at.inOrder("publishedAt, reviewBy", resource.publishedAt(), example.reviewBy());
        var dated = example.dateOfFact() != null
                && DATE_OF_FACT.matcher(example.dateOfFact()).matches();
        at.that(dated, "has no date of fact", "Write the year, month or day on which the source says it was so");
        at.that(
                !dated || resource.publishedAt() == null || !isAfter(example.dateOfFact(), resource.publishedAt()),
                "happened after it was published",
                "Put dateOfFact right");
    }

    /** ISO dates compare as text, and a year or a month is a beginning of each of its days. */
    private static boolean isAfter(String dateOfFact, LocalDate day) {
        var comparable = day.toString().substring(0, dateOfFact.length());
        return dateOfFact.compareTo(comparable) > 0;
    }

    private void sourced(Faults.At at, Resource resource, List<String> references, Confidence confidence) {
        at.that(
                !references.isEmpty() || confidence != null,
                "does not say what it rests on",
                "Cite references, or give a confidence: UNCHECKED where nobody has read it anywhere");
        at.that(
                references.isEmpty() || confidence == null,
                "has references and a confidence",
                "Leave the confidence to the references, which have their own");
        listed(at, resource, references);
    }

    /** What a line cites is shown to a reader only where the resource lists it. */
    private void listed(Faults.At at, Resource resource, List<String> references) {
        for (var id : references) {
            at.that(
                    resource.references().contains(id),
                    "cites " + id + ", which the resource does not list",
                    "Add it to references at the end of the file");
        }
    }

    private void cites(Faults.At at, List<String> references) {
        for (var id : references) {
            at.that(
                    register.hasReference(id),
                    "names an unknown reference: " + id,
                    "Use an id that references.yaml has");
        }
    }

    private static void askedOfEach(Faults.At file, Resource resource) {
        var asked = resource.questions().stream()
                .flatMap(question -> question.audiences().stream())
                .collect(toSet());
        file.that(
                asked.equals(Set.copyOf(resource.audiences())),
                "asks others than its audiences",
                "List in audiences exactly those whom a question is put to");
    }

    private static void anchors(Faults.At file, Resource resource) {
        anchors(resource).forEach(anchor -> file.at(anchor).isSlug("anchor", anchor));
        file.onlyOnce(anchors(resource), "Give each line an anchor of its own");
    }

    private static Stream<String> anchors(Resource resource) {
        return Stream.of(
                        resource.context().stream().map(ContextLine::anchor),
                        resource.goodPractice().stream().map(GoodPractice::anchor),
                        resource.questions().stream().map(AssessedQuestion::anchor),
                        resource.examples().stream().map(ExcellenceExample::anchor))
                .flatMap(anchors -> anchors.map(anchor -> Objects.requireNonNullElse(anchor, "")));
    }
}
