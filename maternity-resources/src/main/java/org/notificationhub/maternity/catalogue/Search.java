package org.notificationhub.maternity.catalogue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds resources that have every word of a query, at least as the beginning of one of theirs. A word in the title
 * weighs more than one in the summary or the topics, and that more than one in the sections.
 */
final class Search {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int IN_TITLE = 8;
    private static final int IN_SUMMARY = 3;
    private static final int IN_SECTIONS = 1;

    private final List<Indexed> all;

    Search(List<Resource> resources) {
        this.all = resources.stream().map(Search::indexed).toList();
    }

    List<Resource> ranked(String query) {
        var wanted = words(query == null ? "" : query);
        record Found(Resource resource, int score) {}
        return all.stream()
                .map(each -> new Found(each.resource, each.score(wanted)))
                .filter(found -> wanted.isEmpty() || found.score > 0)
                .sorted(Comparator.comparingInt(Found::score).reversed())
                .map(Found::resource)
                .toList();
    }

    private static Indexed indexed(Resource resource) {
        var sections = Stream.of(
                        resource.context().stream().map(ContextLine::text),
                        resource.goodPractice().stream().map(GoodPractice::text),
                        resource.questions().stream().map(AssessedQuestion::text),
                        resource.examples().stream().map(example -> example.organisation() + " " + example.what()))
                .flatMap(texts -> texts);
        return new Indexed(
                resource,
                words(resource.title()),
                words(resource.summary() + " " + String.join(" ", resource.topics())),
                words(String.join(" ", sections.toList())));
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private record Indexed(Resource resource, List<String> title, List<String> summary, List<String> sections) {

        /** 0 where a wanted word is nowhere. */
        int score(List<String> wanted) {
            var score = 0;
            for (var word : wanted) {
                var weight = weight(word);
                if (weight == 0) {
                    return 0;
                }
                score += weight;
            }
            return score;
        }

        private int weight(String word) {
            return (begins(title, word) ? IN_TITLE : 0)
                    + (begins(summary, word) ? IN_SUMMARY : 0)
                    + (begins(sections, word) ? IN_SECTIONS : 0);
        }

        private static boolean begins(List<String> words, String beginning) {
            return words.stream().anyMatch(word -> word.startsWith(beginning));
        }
    }
}
