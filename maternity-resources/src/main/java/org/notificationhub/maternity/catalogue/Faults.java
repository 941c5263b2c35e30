package org.notificationhub.maternity.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gathers what is wrong with the content, all of it at once. */
final class Faults {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final List<ContentFault> found = new ArrayList<>();

    List<ContentFault> found() {
        return List.copyOf(found);
    }

    At in(String file) {
        return new At(file, "");
    }

    /** A place in a file, of which rules must hold. */
    final class At {

        private final String file;
        private final String place;

        private At(String file, String place) {
            this.file = file;
            this.place = place;
        }

        At at(String place) {
            return new At(file, place == null ? "?" : place);
        }

        void that(boolean holds, String otherwise, String remedy) {
            if (!holds) {
                found.add(new ContentFault(file, place, otherwise, remedy));
            }
        }

        void has(String member, Object value) {
            that(value != null && !value.toString().isBlank(), "has no " + member, "Add it");
        }

        void hasSome(String member, List<?> values) {
            that(!values.isEmpty(), "has no " + member, "Add at least one");
        }

        void isSlug(String member, String value) {
            that(
                    value != null && SLUG.matcher(value).matches(),
                    "has a " + member + " of the wrong form",
                    "Use lower-case letters, digits and single dashes");
        }

        void isAddress(String member, String value) {
            that(
                    value != null && value.startsWith("https://"),
                    "has no https address as " + member,
                    "Give the whole one");
        }

        void onlyOnce(Stream<String> ids, String remedy) {
            var seen = new HashSet<String>();
            ids.forEach(id -> that(seen.add(id), "has " + id + " twice", remedy));
        }

        void inOrder(String members, LocalDate... days) {
            for (var i = 1; i < days.length; i++) {
                var known = days[i - 1] != null && days[i] != null;
                that(!known || !days[i].isBefore(days[i - 1]), "has dates out of order", "Order them as " + members);
            }
        }
    }
}
