package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a replay would do, or did, for a person. */
final class ReplayText {

    private static final int EXAMPLES = 5;

    private ReplayText() {}

    static List<String> preview(JsonNode preview) {
        var lines = new ArrayList<String>();
        lines.add("%d found, %d would be tried again"
                .formatted(
                        preview.path("matched").longValue(),
                        preview.path("wouldBeReplayed").intValue()));
        if (preview.path("examined").longValue() < preview.path("matched").longValue()) {
            lines.add("  (of the first %d)".formatted(preview.path("examined").longValue()));
        }
        StreamSupport.stream(preview.path("sample").spliterator(), false)
                .filter(example -> !example.has("skipped"))
                .limit(EXAMPLES)
                .map(ReplayText::example)
                .forEach(lines::add);
        preview.path("skipped")
                .fields()
                .forEachRemaining(reason -> lines.add(
                        "%s would be passed over: %s".formatted(reason.getValue(), words(preview, reason.getKey()))));
        return lines;
    }

    static String of(JsonNode replay) {
        var skipped = new ArrayList<String>();
        replay.path("skipped")
                .fields()
                .forEachRemaining(reason -> skipped.add(reason.getValue() + " " + Layout.plain(reason.getKey())));
        return "Replay %s: %s, %d of %d done, %d tried again%s"
                .formatted(
                        replay.path("id").asText(),
                        Layout.plain(replay.path("state").asText()),
                        replay.path("done").intValue(),
                        replay.path("matched").intValue(),
                        replay.path("rescheduled").intValue(),
                        skipped.stream()
                                .collect(Collectors.joining(", ", skipped.isEmpty() ? "" : ", passed over: ", "")));
    }

    private static String example(JsonNode example) {
        return "  %s  %-6s %s  %s"
                .formatted(
                        example.path("deliveryId").asText(),
                        example.path("authority").asText(),
                        example.path("type").asText(),
                        example.path("stopped").asText());
    }

    private static String words(JsonNode preview, String code) {
        return StreamSupport.stream(preview.path("sample").spliterator(), false)
                .filter(example -> example.path("skipped").asText().equals(code))
                .map(example -> example.path("detail").asText())
                .findFirst()
                .orElse(Layout.plain(code));
    }
}
