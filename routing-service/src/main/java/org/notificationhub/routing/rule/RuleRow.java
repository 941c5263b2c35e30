package org.notificationhub.routing.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A row of the rule table as text. Says what is wrong with a cell without repeating it. */
record RuleRow(Map<String, String> cells) {

    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}.*[^ ]\\.");

    RuleRow {
        if (!cells.keySet().equals(new HashSet<>(RuleReader.COLUMNS))) {
            throw new IllegalArgumentException("its columns are not those of the table");
        }
    }

    String text(String column) {
        return cells.get(column).strip();
    }

    boolean isEmpty(String column) {
        return text(column).isEmpty();
    }

    String given(String column) {
        if (isEmpty(column)) {
            throw new IllegalArgumentException("it lacks its " + column);
        }
        return text(column);
    }

    String matching(String column, Pattern form) {
        if (!form.matcher(given(column)).matches()) {
            throw new IllegalArgumentException("its " + column + " cannot be read");
        }
        return text(column);
    }

    String sentence(String column) {
        return matching(column, SENTENCE);
    }

    LocalDate day(String column) {
        try {
            return LocalDate.parse(given(column));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its " + column + " is not a day written YYYY-MM-DD");
        }
    }

    boolean yes(String column) {
        return switch (given(column)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("its " + column + " is neither yes nor no");
        };
    }

    <E extends Enum<E>> E code(String column, Class<E> codes) {
        return Stream.of(codes.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(given(column)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its " + column + " is not a code"));
    }

    /** What stands between semicolons. */
    <T> List<T> parts(String column, Function<String, T> part) {
        return isEmpty(column)
                ? List.of()
                : Stream.of(text(column).split(";"))
                        .map(String::strip)
                        .map(part)
                        .toList();
    }
}
