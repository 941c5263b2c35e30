package org.notificationhub.maternity.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.notificationhub.maternity.finding.Findings.Ranked;

/** Whether readers find what they mean by what they type: {@code search/queries.yaml}. */
@QuarkusTest
class SearchQualityTest {

    private static final int SEEN_AT_ONCE = 3;

    private final FindResources findResources;

    SearchQualityTest(FindResources findResources) {
        this.findResources = findResources;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void whatIsMeantIsAmongTheFirstThree(Query query) {
        assertThat(found(query).stream().limit(SEEN_AT_ONCE)).containsAnyElementsOf(query.finds);
    }

    /** Not a target: what the ranking has reached, so that a change for the worse is noticed. */
    @Test
    void fourTimesInFiveItIsTheVeryFirst() throws IOException {
        var queries = queries();

        assertThat(queries)
                .filteredOn(query -> query.finds.contains(found(query).get(0)))
                .hasSizeGreaterThan(queries.size() * 4 / 5);
    }

    private List<String> found(Query query) {
        return findResources.find(new Wanted(null, null, null, query.asks, null)).all().stream()
                .map(Ranked::slug)
                .toList();
    }

    static List<Query> queries() throws IOException {
        try (var file = SearchQualityTest.class.getResourceAsStream("/search/queries.yaml")) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        }
    }

    /** @param finds slugs of which one is enough */
    record Query(String asks, List<String> finds) {
        @Override
        public String toString() {
            return asks;
        }
    }
}
