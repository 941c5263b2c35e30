package org.notificationhub.irmer.dashboard;

import java.util.List;

/**
 * Horizontal bars, from zero and to one scale, as a page draws them. What is withheld or missing has its word and no bar.
 *
 * @param sentence what it shows, for who cannot see it
 * @param series names of the series, in the order of their colours; empty where there is only one
 */
public record Chart(String sentence, List<String> series, List<Line> lines) {

    public enum Kind {
        GROUP,
        LABEL,
        BAR,
        NOTHING,
        BREAK
    }

    /**
     * @param series the place of the series, from 1
     * @param width of a bar, in percent of the place there is
     * @param text beside the bar, or all there is
     */
    public record Line(Kind kind, String text, int series, String width) {

        private static Line of(Kind kind, String text) {
            return new Line(kind, text, 0, null);
        }

        static Line group(String text) {
            return of(Kind.GROUP, text);
        }

        static Line label(String text) {
            return of(Kind.LABEL, text);
        }

        /** A break of the series between the bars above it and those below. */
        static Line breaking(String text) {
            return of(Kind.BREAK, text);
        }

        static Line nothing(String text, int series) {
            return new Line(Kind.NOTHING, text, series, null);
        }

        static Line bar(String text, int series, String width) {
            return new Line(Kind.BAR, text, series, width);
        }

        public boolean isGroup() {
            return kind == Kind.GROUP;
        }

        public boolean isLabel() {
            return kind == Kind.LABEL;
        }

        public boolean isBar() {
            return kind == Kind.BAR;
        }

        public boolean isBreak() {
            return kind == Kind.BREAK;
        }
    }

    public boolean hasLegend() {
        return series.size() > 1;
    }
}
