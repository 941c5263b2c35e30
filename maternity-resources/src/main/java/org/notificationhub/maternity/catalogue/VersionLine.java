package org.notificationhub.maternity.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line of a version: what can be cited by itself, or what the resource says of itself. */
record VersionLine(String section, String anchor, Map<String, Text> members) {

    private static final String BETWEEN_WORDS = " ";
    private static final String BETWEEN_ENTRIES = "; ";

    /** What is compared piece by piece. */
    record Text(List<String> words, String between) {}

    String key() {
        return section + "#" + anchor;
    }

    static List<VersionLine> of(Resource resource) {
        var lines = new ArrayList<VersionLine>();
        lines.add(line("about", null)
                .with("title", resource.title())
                .with("summary", resource.summary())
                .with("theme", resource.theme())
                .with("audiences", resource.audiences())
                .with("topics", resource.topics()));
        resource.context()
                .forEach(each -> lines.add(line("context", each.anchor())
                        .with("text", each.text())
                        .with("references", each.references())));
        resource.goodPractice()
                .forEach(each -> lines.add(line("goodPractice", each.anchor())
                        .with("text", each.text())
                        .with("references", each.references())
                        .with("confidence", each.confidence())));
        resource.questions()
                .forEach(each -> lines.add(line("questions", each.anchor())
                        .with("text", each.text())
                        .with("audiences", each.audiences())
                        .with("criteria", each.criteria())
                        .with("evidence", each.evidence())
                        .with("references", each.references())
                        .with("confidence", each.confidence())));
        resource.examples().forEach(each -> lines.add(example(each)));
        lines.add(line("references", null).with("references", resource.references()));
        return lines;
    }

    private static VersionLine example(ExcellenceExample example) {
        return line("examples", example.anchor())
                .with("organisation", example.organisation())
                .with("site", example.site())
                .with("what", example.what())
                .with("result", example.result())
                .with("dateOfFact", example.dateOfFact())
                .with("source", example.source())
                .with("sourceKind", example.sourceKind())
                .with("confidence", example.confidence())
                .with("reviewBy", example.reviewBy());
    }

    private static VersionLine line(String section, String anchor) {
        return new VersionLine(section, anchor, new LinkedHashMap<>());
    }

    private VersionLine with(String member, Object value) {
        if (value != null && !value.toString().isBlank()) {
            members.put(member, new Text(List.of(value.toString().trim().split("\\s+")), BETWEEN_WORDS));
        }
        return this;
    }

    private VersionLine with(String member, List<?> entries) {
        if (!entries.isEmpty()) {
            members.put(member, new Text(entries.stream().map(Object::toString).toList(), BETWEEN_ENTRIES));
        }
        return this;
    }
}
