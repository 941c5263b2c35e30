package org.notificationhub.lfpse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers to questions of the taxonomy, by the question's name. An answer is a {@link String}, an {@link Integer} or a
 * {@link Boolean}. In which order questions are answered means nothing; several answers to one question keep their order.
 */
public final class Answers {

    private static final Answers NONE = new Answers(Map.of());

    private final Map<String, List<Object>> byQuestion;

    private Answers(Map<String, List<Object>> byQuestion) {
        this.byQuestion = byQuestion;
    }

    public static Answers none() {
        return NONE;
    }

    public static Answers of(Map<String, ? extends List<?>> byQuestion) {
        var copy = new LinkedHashMap<String, List<Object>>();
        byQuestion.forEach((question, answers) -> {
            answers.forEach(Answers::requireScalar);
            if (!answers.isEmpty()) {
                copy.put(question, List.copyOf(answers));
            }
        });
        return new Answers(copy);
    }

    /** These answers and one more question's, in place of earlier ones to it. No answers at all take the question away. */
    public Answers with(String question, Object... answers) {
        var more = new LinkedHashMap<String, List<?>>(byQuestion);
        more.put(question, List.of(answers));
        return of(more);
    }

    /** These answers, and those to questions that these do not answer. */
    public Answers orElse(Answers others) {
        var more = new LinkedHashMap<String, List<?>>(others.byQuestion);
        more.putAll(byQuestion);
        return of(more);
    }

    public boolean has(String question) {
        return byQuestion.containsKey(question);
    }

    public Optional<Object> first(String question) {
        return all(question).stream().findFirst();
    }

    public List<Object> all(String question) {
        return byQuestion.getOrDefault(question, List.of());
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(byQuestion.keySet());
    }

    public boolean isEmpty() {
        return byQuestion.isEmpty();
    }

    private static void requireScalar(Object answer) {
        if (!(answer instanceof String || answer instanceof Integer || answer instanceof Boolean)) {
            throw new IllegalArgumentException("an answer is a text, a whole number, or yes or no");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && byQuestion.equals(answers.byQuestion);
    }

    @Override
    public int hashCode() {
        return byQuestion.hashCode();
    }

    /** Names only: answers may be about people. */
    @Override
    public String toString() {
        return "Answers" + byQuestion.keySet();
    }
}
