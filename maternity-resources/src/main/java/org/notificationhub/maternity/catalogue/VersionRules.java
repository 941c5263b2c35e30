package org.notificationhub.maternity.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was published once stays to be read: every version is kept, under its number, as it was. */
final class VersionRules {

    private final Content content;
    private final Faults faults;

    VersionRules(Content content, Faults faults) {
        this.content = content;
        this.faults = faults;
    }

    void check() {
        content.resources().forEach(this::check);
        var recorded = faults.in(ContentFiles.RECORDED);
        for (var line : content.recorded()) {
            recorded.at(line.resource())
                    .that(
                            versions().anyMatch(line::isOf),
                            "records a version " + line.version() + " that there is not",
                            "Bring the text of that version back; what was published is not taken away");
        }
        recorded.onlyOnce(
                content.recorded().stream().map(line -> line.resource() + " version " + line.version()),
                "Leave the line that came first");
    }

    private void check(Resource newest) {
        var file = faults.in(ContentFiles.resource(newest.slug()));
        file.that(newest.version() >= 1, "has no version", "Begin with version: 1");
        var earlier = content.earlier().stream()
                .filter(each -> each.slug().equals(newest.slug()))
                .toList();
        IntStream.range(1, newest.version())
                .filter(number -> earlier.stream().noneMatch(each -> each.version() == number))
                .forEach(number -> file.that(
                        false,
                        "version " + number + " was not kept",
                        "Put the text it had at " + ContentFiles.earlier(newest.slug(), number)));
        var all = Stream.concat(earlier.stream(), Stream.of(newest)).toList();
        IntStream.range(1, all.size()).forEach(next -> follows(all.get(next - 1), all.get(next)));
        earlier.forEach(version -> recorded(
                faults.in(ContentFiles.earlier(version.slug(), version.version())),
                version,
                "Take the change back; a version that was published stays as it was"));
        recorded(
                file,
                newest,
                "Put the text that was recorded at " + ContentFiles.earlier(newest.slug(), newest.version())
                        + ", make this version " + (newest.version() + 1)
                        + " and say in changeNote what is different");
    }

    private void follows(Resource before, Resource after) {
        var file = faults.in(ContentFiles.resource(after.slug()));
        file.that(
                String.valueOf(before.id()).equals(after.id()),
                "has another id than version " + before.version(),
                "Keep the id; it stays with the resource");
        file.inOrder(
                "publishedAt of version " + before.version() + ", of version " + after.version(),
                before.publishedAt(),
                after.publishedAt());
        var sections = sections(before);
        sections(after)
                .forEach((anchor, section) -> file.at(anchor)
                        .that(
                                section.equals(sections.getOrDefault(anchor, section)),
                                "stood under " + sections.get(anchor) + " in version " + before.version(),
                                "Give the new line an anchor of its own; somebody may have cited the old one"));
    }

    private static Map<String, String> sections(Resource resource) {
        var sections = new HashMap<String, String>();
        resource.context().forEach(line -> sections.put(line.anchor(), "context"));
        resource.goodPractice().forEach(line -> sections.put(line.anchor(), "goodPractice"));
        resource.questions().forEach(line -> sections.put(line.anchor(), "questions"));
        resource.examples().forEach(line -> sections.put(line.anchor(), "examples"));
        return sections;
    }

    private void recorded(Faults.At file, Resource version, String remedy) {
        var recorded = recorded(version);
        file.that(
                !recorded.isEmpty(),
                "version " + version.version() + " is not recorded",
                "When its text is final, run the tests of this module with -Dcontent.record");
        file.that(
                recorded.isEmpty() || recorded.get(0).fingerprint().equals(Fingerprint.of(version)),
                "says something else than when version " + version.version() + " was recorded",
                remedy);
    }

    private List<RecordedVersion> recorded(Resource version) {
        return content.recorded().stream().filter(line -> line.isOf(version)).toList();
    }

    private Stream<Resource> versions() {
        return Stream.concat(content.earlier().stream(), content.resources().stream());
    }
}
