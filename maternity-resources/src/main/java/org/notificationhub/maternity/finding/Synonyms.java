package org.notificationhub.maternity.finding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Abbreviations and other words for what the catalogue says: {@code search/synonyms.yaml}. */
final class Synonyms {

    private Synonyms() {}

    /** One row for each way of asking. */
    static List<Meaning> read() {
        try (var file = Synonyms.class.getResourceAsStream("/search/synonyms.yaml")) {
            return new YAMLMapper()
                    .readValue(file, new TypeReference<List<Group>>() {}).stream()
                            .flatMap(Group::meanings)
                            .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The synonyms cannot be read", e);
        }
    }

    /** @param means what is looked for as well, each as a phrase */
    record Meaning(String asked, List<String> means) {}

    private record Group(List<String> words, List<String> also) {

        Stream<Meaning> meanings() {
            var means = Stream.concat(words.stream(), Stream.ofNullable(also).flatMap(List::stream))
                    .filter(Objects::nonNull)
                    .toList();
            return words.stream().map(word -> new Meaning(word, means));
        }
    }
}
