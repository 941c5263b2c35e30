package org.notificationhub.maternity.catalogue;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What content must keep to before anybody reads it. */
public final class ContentRules {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DATE_OF_FACT = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    private final Content content;
    private final Set<String> references;
    private final Set<String> criteria;
    private final List<String> faults = new ArrayList<>();

    private ContentRules(Content content) {
        this.content = content;
        this.references = content.references().stream().map(Reference::id).collect(toSet());
        this.criteria = content.frameworks().stream()
                .flatMap(framework -> framework.criteria().stream())
                .map(Criterion::id)
                .collect(toSet());
    }

    /** Every fault, each naming the file and the place; empty where the content can be served. */
    public static List<String> faults(Content content) {
        var rules = new ContentRules(content);
        rules.check();
        return List.copyOf(rules.faults);
    }

    private void check() {
        require("themes", "notice", content.notice());
        content.themes().forEach(this::check);
        content.references().forEach(this::check);
        content.frameworks().forEach(this::check);
        content.resources().forEach(this::check);
        onlyOnce("themes", content.themes().stream().map(Theme::slug));
        onlyOnce("themes", content.themes().stream().flatMap(theme -> theme.resources().stream()));
        onlyOnce("references", content.references().stream().map(Reference::id));
        onlyOnce("resource ids", content.resources().stream().map(Resource::id));
        onlyOnce(
                "frameworks",
                content.frameworks().stream()
                        .flatMap(framework -> framework.criteria().stream())
                        .map(Criterion::id));
    }

    private void check(Theme theme) {
        slug("themes", theme.slug());
        require(theme.slug(), "title", theme.title());
        require(theme.slug(), "summary", theme.summary());
        address(theme.slug(), theme.original());
    }

    private void check(Reference reference) {
        require(reference.id(), "title", reference.title());
        require(reference.id(), "publisher", reference.publisher());
        require(reference.id(), "says", reference.says());
        require(reference.id(), "confidence", reference.confidence());
        address(reference.id(), reference.url());
    }

    private void check(Framework framework) {
        require(framework.id(), "title", framework.title());
        require(framework.id(), "validFrom", framework.validFrom());
        address(framework.id(), framework.source());
        inOrder(framework.id(), framework.validFrom(), framework.validTo());
        for (var criterion : framework.criteria()) {
            require(framework.id() + "#" + criterion.id(), "keyQuestion", criterion.keyQuestion());
            require(framework.id() + "#" + criterion.id(), "name", criterion.name());
            require(framework.id() + "#" + criterion.id(), "confidence", criterion.confidence());
        }
    }

    private void check(Resource resource) {
        var at = resource.slug();
        slug("resources", at);
        require(at, "id", resource.id());
        require(at, "title", resource.title());
        require(at, "summary", resource.summary());
        require(at, "publishedAt", resource.publishedAt());
        require(at, "lastReviewedAt", resource.lastReviewedAt());
        require(at, "reviewDue", resource.reviewDue());
        inOrder(at, resource.publishedAt(), resource.lastReviewedAt(), resource.reviewDue());
        known(at, "reference", resource.references(), references);
        that(resource.version() >= 1, at, "has no version");
        that(resource.version() == 1 || resource.changeNote() != null, at, "changed without a changeNote");
        that(!resource.goodPractice().isEmpty(), at, "has no good practice");
        that(!resource.references().isEmpty(), at, "has no references");
        var listed = content.themes().stream()
                .filter(theme -> theme.resources().contains(at))
                .map(Theme::slug)
                .toList();
        that(listed.equals(List.of(String.valueOf(resource.theme()))), at, "is not listed by the theme it names");
        resource.context().forEach(line -> check(at, line));
        resource.goodPractice().forEach(practice -> check(at, practice));
        resource.questions().forEach(question -> check(at, question));
        resource.examples().forEach(example -> check(at, example));
        askedOfEach(resource);
        onlyOnce(at, anchors(resource));
    }

    private void check(String resource, ContextLine line) {
        var at = resource + "#" + line.anchor();
        require(at, "text", line.text());
        that(!line.references().isEmpty(), at, "has no source");
        known(at, "reference", line.references(), references);
    }

    private void check(String resource, GoodPractice practice) {
        var at = resource + "#" + practice.anchor();
        require(at, "text", practice.text());
        known(at, "reference", practice.references(), references);
    }

    private void check(String resource, AssessedQuestion question) {
        var at = resource + "#" + question.anchor();
        require(at, "text", question.text());
        that(!question.audiences().isEmpty(), at, "is put to nobody");
        that(!question.criteria().isEmpty(), at, "has no criterion");
        known(at, "criterion", question.criteria(), criteria);
    }

    private void check(String resource, ExcellenceExample example) {
        var at = resource + "#" + example.anchor();
        require(at, "organisation", example.organisation());
        require(at, "what", example.what());
        require(at, "sourceKind", example.sourceKind());
        require(at, "confidence", example.confidence());
        require(at, "reviewBy", example.reviewBy());
        address(at, example.source());
        var dated = example.dateOfFact() != null
                && DATE_OF_FACT.matcher(example.dateOfFact()).matches();
        that(dated, at, "has no date of fact");
    }

    private void askedOfEach(Resource resource) {
        var asked = resource.questions().stream()
                .flatMap(question -> question.audiences().stream())
                .collect(toSet());
        that(asked.equals(Set.copyOf(resource.audiences())), resource.slug(), "asks others than its audiences");
    }

    private static Stream<String> anchors(Resource resource) {
        return Stream.of(
                        resource.context().stream().map(ContextLine::anchor),
                        resource.goodPractice().stream().map(GoodPractice::anchor),
                        resource.questions().stream().map(AssessedQuestion::anchor),
                        resource.examples().stream().map(ExcellenceExample::anchor))
                .flatMap(anchors -> anchors.map(anchor -> Objects.requireNonNullElse(anchor, "")));
    }

    private void require(String at, String member, Object value) {
        that(value != null && !value.toString().isBlank(), at, "has no " + member);
    }

    private void slug(String at, String slug) {
        that(slug != null && SLUG.matcher(slug).matches(), at, "has a slug of the wrong form: " + slug);
    }

    private void address(String at, String url) {
        that(url != null && url.startsWith("https://"), at, "has no https address");
    }

    private void known(String at, String kind, List<String> ids, Set<String> all) {
        ids.stream().filter(id -> !all.contains(id)).forEach(id -> fault(at, "names an unknown " + kind + ": " + id));
    }

    private void inOrder(String at, LocalDate... days) {
        for (var i = 1; i < days.length; i++) {
            var known = days[i - 1] != null && days[i] != null;
            that(!known || !days[i].isBefore(days[i - 1]), at, "has dates out of order");
        }
    }

    private void onlyOnce(String at, Stream<String> ids) {
        var seen = new HashSet<String>();
        ids.forEach(id -> {
            that(seen.add(id), at, "has " + id + " twice");
            slug(at, id.toLowerCase(Locale.ROOT));
        });
    }

    private void that(boolean holds, String at, String otherwise) {
        if (!holds) {
            fault(at, otherwise);
        }
    }

    private void fault(String at, String what) {
        faults.add(at + " " + what);
    }
}
