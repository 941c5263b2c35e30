package org.notificationhub.local.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Whether an evidence pack can be relied on, and why.
 *
 * @param firstAltered the first entry that is not as the hub wrote it; null where none is, or none can be named
 */
public record Verdict(boolean good, Altered firstAltered, String conclusion, List<Check> checks) {

    static Verdict of(List<Check> checks) {
        var good = checks.stream().noneMatch(check -> check.result == Result.FAILED);
        var altered = checks.stream()
                .map(Check::altered)
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
        return new Verdict(good, altered, conclusion(good, altered), checks);
    }

    private static String conclusion(boolean good, Altered altered) {
        if (good) {
            return "Good: the hub gave this pack out as it is, and nothing in its chain has been altered.";
        }
        return altered == null
                ? "Not good: do not rely on this pack. No entry of its chain was found to be altered."
                : "Not good: do not rely on this pack from %s on. What stands before it is as the hub wrote it."
                        .formatted(altered.words());
    }

    /** @param altered the first altered entry, where this check found it; the first check that did decides */
    public record Check(String of, Result result, String says, Altered altered) {
        static Check ok(String of, String says) {
            return new Check(of, Result.OK, says, null);
        }

        static Check notChecked(String of, String says) {
            return new Check(of, Result.NOT_CHECKED, says, null);
        }

        static Check failed(String of, String says) {
            return new Check(of, Result.FAILED, says, null);
        }

        static Check failed(String of, String says, Altered altered) {
            return new Check(of, Result.FAILED, says, altered);
        }
    }

    /** What came of a check. */
    public enum Result {
        OK("ok"),
        FAILED("FAILED"),
        NOT_CHECKED("--");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        @JsonProperty
        public String word() {
            return word;
        }
    }

    /** @param step null where it is missing; so is {@code at} */
    public record Altered(int entry, String step, String at) {
        String words() {
            return step == null ? "entry " + entry : "entry %d (%s, %s)".formatted(entry, step, at);
        }
    }
}
