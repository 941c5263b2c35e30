package org.notificationhub.maternity.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.maternity.catalogue.Content;
import org.notificationhub.maternity.catalogue.ContentReader;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.store.Sql;

@QuarkusTest
class SearchedContentTest {

    private final ResourceCatalogue catalogue;
    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    SearchedContentTest(ResourceCatalogue catalogue, Sql sql, ObjectMapper json, Clock clock) {
        this.catalogue = catalogue;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** What the service itself searches. */
    @AfterEach
    void backToWhatItWas() {
        sql.change("delete from edition");
        start(catalogue, clock);
    }

    @Test
    void startingAgainChangesNothing() {
        var first = start(catalogue, clock).edition();
        var lines = count("searched_line", first);

        var again = start(catalogue, clock).edition();

        assertThat(again).isEqualTo(first);
        assertThat(count("searched_resource", first))
                .isEqualTo(catalogue.resources().size());
        assertThat(count("searched_line", first)).isEqualTo(lines).isPositive();
    }

    @Test
    void replicasThatStartTogetherLoadItOnce() throws Exception {
        sql.change("delete from edition");
        var together = new CyclicBarrier(4);
        Callable<String> replica = () -> {
            together.await();
            return start(catalogue, clock).edition();
        };

        var threads = Executors.newFixedThreadPool(together.getParties());
        var editions = new HashSet<String>();
        for (var started : threads.invokeAll(
                IntStream.range(0, together.getParties()).mapToObj(i -> replica).toList())) {
            editions.add(started.get());
        }
        threads.shutdown();

        assertThat(editions).hasSize(1);
        assertThat(sql.rows("select hash from edition", row -> row.getString(1)))
                .containsExactlyElementsOf(editions);
        assertThat(count("searched_resource", editions.iterator().next()))
                .isEqualTo(catalogue.resources().size());
    }

    @Test
    void theReleaseBeforeGoesOnFindingItsOwn() throws Exception {
        var before = start(catalogue, clock).edition();

        var after = start(alsoKnownAs("Another"), later(1)).edition();

        assertThat(after).isNotEqualTo(before);
        assertThat(count("searched_resource", before))
                .isEqualTo(catalogue.resources().size());
        assertThat(count("searched_resource", after))
                .isEqualTo(catalogue.resources().size());
    }

    @Test
    void releasesLongGoneAreForgotten() throws Exception {
        var old = start(alsoKnownAs("Old"), clock).edition();

        for (var release = 1; release <= 3; release++) {
            start(alsoKnownAs("Release " + release), later(release));
        }

        assertThat(count("searched_resource", old)).isZero();
    }

    @Test
    void theServiceMayChangeRowsAndNothingElse() {
        assertThatThrownBy(() -> sql.change("create table canary (id int)"))
                .hasRootCauseMessage("ERROR: permission denied for schema public\n  Position: 14");
        assertThatThrownBy(() -> sql.change("drop table searched_word"))
                .hasRootCauseMessage("ERROR: must be owner of table searched_word");
    }

    private ResourceCatalogue alsoKnownAs(String word) throws JsonProcessingException {
        var content = json.valueToTree(ContentReader.read());
        ((ArrayNode) content.at("/resources/0/alsoKnownAs")).add(word);
        return new ResourceCatalogue(json.treeToValue(content, Content.class));
    }

    private SearchedContent start(ResourceCatalogue content, Clock at) {
        return new SearchedContent(content, sql, json, at);
    }

    private Clock later(int days) {
        return Clock.offset(clock, Duration.ofDays(days));
    }

    private long count(String table, String edition) {
        return sql.rows("select count(*) from %s where edition = ?".formatted(table), row -> row.getLong(1), edition)
                .get(0);
    }
}
