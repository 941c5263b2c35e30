package org.notificationhub.routing.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the law gives. Its code is what the rule table writes and callers see. */
sealed interface Limit {

    String code();

    /** When the clock begins to run. */
    default Instant begins(Start start) {
        return start.instant();
    }

    /** The last moment that is in time, or null where the law gives no number. */
    Instant due(Start start, WorkingDays workingDays);

    /** "Without delay" has no number. Some duties begin only when the event has lasted a while. */
    record Promptly(String code, Wait first) implements Limit {
        @Override
        public Instant begins(Start start) {
            return first.after(start);
        }

        @Override
        public Instant due(Start start, WorkingDays workingDays) {
            return null;
        }
    }

    record WithinHours(String code, int hours) implements Limit {
        @Override
        public Instant due(Start start, WorkingDays workingDays) {
            return start.instant().plus(Duration.ofHours(hours));
        }
    }

    record WithinDays(String code, int days) implements Limit {
        @Override
        public Instant due(Start start, WorkingDays workingDays) {
            return start.plusDays(days);
        }
    }

    record WithinWorkingDays(String code, int days) implements Limit {
        @Override
        public Instant due(Start start, WorkingDays workingDays) {
            return LegalDay.end(workingDays.after(start.day(), days));
        }
    }

    /** What is to happen on the start is told so many days before it, at the latest. */
    record DaysBefore(String code, int days) implements Limit {
        @Override
        public Instant due(Start start, WorkingDays workingDays) {
            return LegalDay.end(start.day().minusDays(days));
        }
    }

    /** What has to pass before a duty begins. */
    sealed interface Wait {
        Instant after(Start start);

        record Hours(int hours) implements Wait {
            @Override
            public Instant after(Start start) {
                return start.instant().plus(Duration.ofHours(hours));
            }
        }

        record UntilMidnight() implements Wait {
            @Override
            public Instant after(Start start) {
                return LegalDay.start(start.day().plusDays(1));
            }
        }
    }

    Pattern PROMPTLY = Pattern.compile(
            "(?:WITHOUT_DELAY|AS_SOON_AS_REASONABLY_PRACTICABLE)(?:_AFTER_(?:(\\d{1,3})_HOURS|(MIDNIGHT)))?");
    Pattern WITHIN = Pattern.compile("WITHIN_(\\d{1,3})_(HOURS|DAYS|WEEKS|WORKING_DAYS|DAYS_COUNTING_THE_FIRST)");
    Pattern BEFORE = Pattern.compile("AT_LEAST_(\\d{1,3})_DAYS_BEFORE");

    static Limit of(String code) {
        var promptly = PROMPTLY.matcher(code);
        if (promptly.matches()) {
            return new Promptly(code, waiting(promptly));
        }
        var within = WITHIN.matcher(code);
        if (within.matches()) {
            return within(code, Integer.parseInt(within.group(1)), within.group(2));
        }
        var before = BEFORE.matcher(code);
        if (before.matches()) {
            return new DaysBefore(code, Integer.parseInt(before.group(1)));
        }
        throw new IllegalArgumentException("there is no limit " + code);
    }

    private static Wait waiting(Matcher promptly) {
        if (promptly.group(2) != null) {
            return new Wait.UntilMidnight();
        }
        return new Wait.Hours(promptly.group(1) == null ? 0 : Integer.parseInt(promptly.group(1)));
    }

    private static Limit within(String code, int count, String unit) {
        return switch (unit) {
            case "HOURS" -> new WithinHours(code, count);
            case "DAYS" -> new WithinDays(code, count);
            case "WEEKS" -> new WithinDays(code, 7 * count);
            case "WORKING_DAYS" -> new WithinWorkingDays(code, count);
            case "DAYS_COUNTING_THE_FIRST" -> new WithinDays(code, count - 1);
            default -> throw new IllegalArgumentException("there is no limit " + code);
        };
    }
}
