package org.notificationhub.maternity.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A text with the words that were looked for marked in it. Who shows it decides how, and nobody has to trust it as HTML. */
public record Marked(List<Piece> pieces) {

    /** Signs that no content file can hold: YAML forbids them. */
    static final String MARK = "\u0002";

    static final String END = "\u0003";

    /** A part of the text, in order. */
    public record Piece(String text, boolean marked) {}

    static Marked of(String headline) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        for (int mark; (mark = headline.indexOf(MARK, at)) >= 0; ) {
            var end = headline.indexOf(END, mark);
            add(pieces, headline.substring(at, mark), false);
            add(pieces, headline.substring(mark + 1, end), true);
            at = end + 1;
        }
        add(pieces, headline.substring(at), false);
        return new Marked(List.copyOf(pieces));
    }

    /** The text, with {@code mark} as the only element. */
    public String html() {
        return pieces.stream()
                .map(piece -> piece.marked ? "<mark>" + escaped(piece.text) + "</mark>" : escaped(piece.text))
                .collect(Collectors.joining());
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
