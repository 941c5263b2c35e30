package org.notificationhub.lfpse;

import java.util.Set;

/** When a rule applies, by the answers to one question. */
sealed interface Condition {

    boolean holds(Subject subject);

    record Always() implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return true;
        }
    }

    record Answered(String question, boolean answered) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return subject.knows(question) && subject.has(question) == answered;
        }
    }

    /** @param oneOf whether one of the codes is given, or none of them */
    record Given(String question, boolean oneOf, Set<String> codes) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            for (var answer : subject.all(question)) {
                if (codes.contains(answer.toString())) {
                    return oneOf;
                }
            }
            return !oneOf;
        }
    }

    /** @param is {@code present}, {@code absent}, codes, or {@code not} and codes */
    static Condition of(String question, String is) {
        if (question.isEmpty()) {
            return new Always();
        }
        if (is.equals("present") || is.equals("absent")) {
            return new Answered(question, is.equals("present"));
        }
        var oneOf = !is.startsWith("not ");
        var codes = oneOf ? is : is.substring("not ".length());
        return new Given(question, oneOf, Set.of(codes.split("\\|")));
    }
}
