package org.notificationhub.maternity.catalogue;

import java.util.List;
import java.util.Objects;

/** What content must keep to before anybody reads it. */
public final class ContentRules {

    private static final String OWN_ID = "Give each its own";

    private final Content content;
    private final Register register;
    private final Faults faults = new Faults();

    private ContentRules(Content content) {
        this.content = content;
        this.register = new Register(content);
    }

    /** Every fault, with its file, its place and what to do; empty where the content can be served. */
    public static List<ContentFault> faults(Content content) {
        var rules = new ContentRules(content);
        rules.check();
        return rules.faults.found();
    }

    private void check() {
        themes();
        references();
        frameworks();
        regulations();
        var resources = new ResourceRules(register, faults);
        content.resources().forEach(resources::check);
        content.earlier().forEach(resources::checkKept);
        new VersionRules(content, faults).check();
    }

    private void themes() {
        var file = faults.in(ContentFiles.THEMES);
        file.has("notice", content.notice());
        for (var theme : content.themes()) {
            var at = file.at(theme.slug());
            at.isSlug("slug", theme.slug());
            at.has("title", theme.title());
            at.has("summary", theme.summary());
            at.isAddress("original", theme.original());
            at.hasSome("resources", theme.resources());
        }
        file.onlyOnce(content.themes().stream().map(Theme::slug), OWN_ID);
        file.onlyOnce(
                content.themes().stream().flatMap(theme -> theme.resources().stream()),
                "List a resource under one theme");
        file.onlyOnce(
                content.resources().stream()
                        .map(Resource::id)
                        .filter(Objects::nonNull)
                        .map(id -> "the resource id " + id),
                OWN_ID);
    }

    private void references() {
        var file = faults.in(ContentFiles.REFERENCES);
        for (var reference : content.references()) {
            var at = file.at(reference.id());
            at.isSlug("id", reference.id());
            at.has("title", reference.title());
            at.has("publisher", reference.publisher());
            at.has("says", reference.says());
            at.has("confidence", reference.confidence());
            at.isAddress("url", reference.url());
            var successor = reference.supersededBy();
            at.that(
                    successor == null || register.hasReference(successor) && !successor.equals(reference.id()),
                    "is superseded by " + successor + ", which is no other reference",
                    "Add the reference that took its place to this file");
        }
        file.onlyOnce(content.references().stream().map(Reference::id), OWN_ID);
    }

    private void frameworks() {
        var file = faults.in(ContentFiles.FRAMEWORKS);
        for (var framework : content.frameworks()) {
            var at = file.at(framework.id());
            at.isSlug("id", framework.id());
            at.has("title", framework.title());
            at.has("validFrom", framework.validFrom());
            at.isAddress("source", framework.source());
            at.inOrder("validFrom, validTo", framework.validFrom(), framework.validTo());
            at.hasSome("criteria", framework.criteria());
            at.onlyOnce(framework.criteria().stream().map(Criterion::name), "Name each heading once");
            framework.criteria().forEach(criterion -> check(file.at(criterion.id()), criterion));
        }
        file.onlyOnce(content.frameworks().stream().map(Framework::id), OWN_ID);
        file.onlyOnce(
                content.frameworks().stream()
                        .flatMap(framework -> framework.criteria().stream())
                        .map(Criterion::id),
                OWN_ID);
    }

    private void check(Faults.At at, Criterion criterion) {
        at.isSlug("id", criterion.id());
        at.has("keyQuestion", criterion.keyQuestion());
        at.has("name", criterion.name());
        at.has("confidence", criterion.confidence());
        for (var number : criterion.regulations()) {
            at.that(
                    register.hasRegulation(number),
                    "leads to regulation " + number + ", which is unknown",
                    "Add it to regulations.yaml or put the number right");
        }
    }

    private void regulations() {
        var file = faults.in(ContentFiles.REGULATIONS);
        for (var regulation : content.regulations()) {
            var at = file.at(String.valueOf(regulation.number()));
            at.has("name", regulation.name());
            at.isAddress("url", regulation.url());
        }
        file.onlyOnce(content.regulations().stream().map(each -> "regulation " + each.number()), OWN_ID);
    }
}
