package org.notificationhub.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words laid out for a terminal so many characters wide. */
record Layout(int width) {

    /** A word longer than a line, such as an address, has a line to itself and stays whole. */
    List<String> wrapped(String indent, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent);
        for (var word : text.split("(?<= )(?=[^ ])")) {
            if (line.length() > indent.length()
                    && line.length() + word.stripTrailing().length() > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** The first line begins with {@code head}, the others below its end. */
    List<String> hanging(String head, String text) {
        var lines = new ArrayList<>(wrapped(" ".repeat(head.length()), text));
        lines.set(
                0,
                head
                        + lines.get(0)
                                .substring(Math.min(head.length(), lines.get(0).length())));
        return lines;
    }

    /** A code as words. */
    static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
