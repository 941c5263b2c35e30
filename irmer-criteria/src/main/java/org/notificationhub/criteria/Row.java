package org.notificationhub.criteria;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A row of a table as text. Says what is wrong with a cell without repeating it. */
record Row(Map<String, String> cells) {

    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}.*[^ ]\\.");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    boolean isEmpty(String column) {
        return text(column).isEmpty();
    }

    String given(String column) {
        if (isEmpty(column)) {
            throw new IllegalArgumentException("it lacks its " + column);
        }
        return text(column);
    }

    /** Null where the cell is empty. */
    String optional(String column) {
        return isEmpty(column) ? null : text(column);
    }

    String sentence(String column) {
        return matching(column, SENTENCE);
    }

    String url(String column) {
        return matching(column, URL);
    }

    int number(String column) {
        return Integer.parseInt(matching(column, NUMBER));
    }

    <E extends Enum<E>> E code(String column, Class<E> codes) {
        return Stream.of(codes.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(given(column)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its " + column + " is not a code"));
    }

    Condition condition(String column) {
        return ConditionReader.read(given(column));
    }

    InForce inForce() {
        return new InForce(countries(), day("in_force_from"), day("in_force_to"));
    }

    private Set<Country> countries() {
        var countries = EnumSet.noneOf(Country.class);
        if (given("countries").equals("ALL")) {
            return EnumSet.allOf(Country.class);
        }
        for (var country : given("countries").split("\\|")) {
            countries.add(new Row(Map.of("country", country)).code("country", Country.class));
        }
        return countries;
    }

    private LocalDate day(String column) {
        try {
            return isEmpty(column) ? null : LocalDate.parse(text(column));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its " + column + " is not a day written YYYY-MM-DD");
        }
    }

    private String matching(String column, Pattern form) {
        if (!form.matcher(given(column)).matches()) {
            throw new IllegalArgumentException("its " + column + " cannot be read");
        }
        return text(column);
    }

    private String text(String column) {
        var text = cells.get(column);
        if (text == null) {
            throw new IllegalArgumentException("the table has no column " + column);
        }
        return text.strip();
    }
}
