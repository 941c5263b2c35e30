package org.notificationhub.maternity.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.w3c.dom.Element;

/** What RFC 4287 asks of a feed and its entries (sections 4.1.1 and 4.1.2), and what a reader needs of ours. */
@QuarkusTest
class UpdatesFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final ResourceCatalogue catalogue;

    @TestHTTPResource("/")
    String home;

    UpdatesFeedTest(ResourceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Test
    void aFeedReaderFindsAllThatAtomAsksFor() throws Exception {
        var feed = feed("");

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        for (var element : all(feed)) {
            assertThat(text(element, "id")).hasSize(1);
            assertThat(text(element, "title")).hasSize(1);
            assertThat(text(element, "updated")).hasSize(1).allMatch(time -> OffsetDateTime.parse(time) != null);
            assertThat(children(element, "author"))
                    .flatExtracting(author -> text(author, "name"))
                    .containsExactly("Statutory Notification Hub");
        }
        assertThat(children(feed, "link"))
                .extracting(link -> link.getAttribute("rel"), link -> link.getAttribute("href"))
                .contains(tuple("self", home + "v1/updates.atom"));
    }

    @Test
    void everyResourceIsAnEntryThatLeadsToItsPage() throws Exception {
        var entries = children(feed(""), "entry");

        assertThat(entries).hasSize(catalogue.resources().size());
        assertThat(entries.stream().flatMap(entry -> text(entry, "id").stream()))
                .doesNotHaveDuplicates();
        assertThat(entries).allSatisfy(entry -> {
            var link = children(entry, "link").get(0).getAttribute("href");
            assertThat(link).startsWith(home + "resources/");
            when().get(link).then().statusCode(200);
        });
    }

    @ParameterizedTest
    @CsvSource({"theme=triage, 4", "audience=BOARD&theme=triage, 2"})
    void itIsNarrowedAndAFeedOfItsOwn(String query, int entries) throws Exception {
        var feed = feed("?" + query);

        assertThat(children(feed, "entry")).hasSize(entries);
        assertThat(text(feed, "id")).isNotEqualTo(text(feed(""), "id"));
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() {
        var tag = when().get("/v1/updates.atom").header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/updates.atom")
                .then()
                .statusCode(304)
                .body(is(""));
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        when().get("/v1/updates.atom?theme=parking")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("theme"));
    }

    private static Element feed(String query) throws Exception {
        var answer = when().get("/v1/updates.atom" + query);
        answer.then().statusCode(200).contentType("application/atom+xml;charset=UTF-8");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asByteArray()))
                .getDocumentElement();
    }

    private static List<Element> all(Element feed) {
        var all = new ArrayList<>(children(feed, "entry"));
        all.add(feed);
        return all;
    }

    private static List<String> text(Element parent, String name) {
        return children(parent, name).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> ATOM.equals(node.getNamespaceURI()) && name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }
}
