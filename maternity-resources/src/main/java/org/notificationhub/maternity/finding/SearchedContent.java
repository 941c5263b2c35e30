package org.notificationhub.maternity.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.notificationhub.maternity.catalogue.Reference;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.store.Sql;

/**
 * Puts the catalogue where it is searched, once for each edition of its content. Replicas that start together wait for the
 * first; the editions started last stay, so that replicas of the release before go on finding their own.
 */
@Singleton
@Startup
class SearchedContent {

    private static final int EDITIONS_KEPT = 3;

    /** To be raised where the same content is to be searched otherwise than before. */
    private static final int FORM = 1;

    private static final String BEGIN = """
            insert into edition (hash, started_at) values (?, ?) on conflict (hash) do nothing""";
    private static final String STARTED_AGAIN = "update edition set started_at = ? where hash = ?";
    private static final String FORGET = """
            delete from edition where hash <> ? and hash not in
                   (select hash from edition order by started_at desc, hash limit ?)""";
    private static final String ADD_RESOURCES = """
            insert into searched_resource (edition, slug, place, theme, published, title, summary, topics, lines, sources)
            select ?, slug, place, theme, published, title, summary, topics, lines, sources
              from jsonb_to_recordset(?::jsonb) as given (slug text, place int, theme text, published date, title text,
                   summary text, topics text, lines text, sources text)""";
    private static final String ADD_LINES = """
            insert into searched_line (edition, slug, anchor, kind, place, text, more, audiences, questions)
            select ?, slug, anchor, kind, place, text, more, audiences, questions
              from jsonb_to_recordset(?::jsonb) as given (slug text, anchor text, kind text, place int, text text,
                   more text, audiences text[], questions text[])""";
    private static final String ADD_WORDS = """
            insert into searched_word (edition, word, uses)
            select this.edition, word, count(*)
              from (select ?::text as edition, ?::jsonb as synonyms) this
             cross join lateral (
                   select concat_ws(' ', title, summary, topics, lines, sources) as text from searched_resource
                    where edition = this.edition
                   union all select asked from jsonb_to_recordset(synonyms) as given (asked text)) texts
             cross join regexp_split_to_table(lower(text), '[^[:alpha:]]+') as word
             where length(word) > 3
             group by this.edition, word""";
    private static final String ADD_SYNONYMS = """
            insert into searched_synonym (edition, asked, means)
            select ?, plainto_tsquery('english', asked), (plainto_tsquery('english', asked)::text
                   || coalesce((select string_agg(' | ' || phraseto_tsquery('english', phrase)::text, '')
                                  from jsonb_array_elements_text(means) phrase
                                 where numnode(phraseto_tsquery('english', phrase)) > 0), ''))::tsquery
              from jsonb_to_recordset(?::jsonb) as given (asked text, means jsonb)
             where numnode(plainto_tsquery('english', asked)) > 0""";

    private final ResourceCatalogue catalogue;
    private final Sql sql;
    private final ObjectMapper json;
    private final String edition;

    SearchedContent(ResourceCatalogue catalogue, Sql sql, ObjectMapper json, Clock clock) {
        this.catalogue = catalogue;
        this.sql = sql;
        this.json = json;
        var resources = resources();
        var lines = catalogue.resources().stream()
                .flatMap(resource -> Line.of(resource, catalogue))
                .toList();
        var synonyms = Synonyms.read();
        this.edition = hash(FORM, resources, lines, synonyms);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        QuarkusTransaction.requiringNew().run(() -> {
            if (sql.change(BEGIN, edition, now) == 1) {
                sql.change(ADD_RESOURCES, edition, text(resources));
                sql.change(ADD_LINES, edition, text(lines));
                sql.change(ADD_WORDS, edition, text(synonyms));
                sql.change(ADD_SYNONYMS, edition, text(synonyms));
            } else {
                sql.change(STARTED_AGAIN, now, edition);
            }
            sql.change(FORGET, edition, EDITIONS_KEPT);
        });
    }

    /** The one this service has in its files. */
    String edition() {
        return edition;
    }

    private List<Searched> resources() {
        var all = new ArrayList<Searched>();
        for (var resource : catalogue.resources()) {
            all.add(searched(resource, all.size()));
        }
        return all;
    }

    private Searched searched(Resource resource, int place) {
        return new Searched(
                resource.slug(),
                place,
                resource.theme(),
                resource.publishedAt(),
                resource.title(),
                resource.summary(),
                String.join(" ", resource.topics()) + " " + String.join(" ", resource.alsoKnownAs()),
                Line.of(resource, catalogue)
                        .map(line -> line.text() + " " + line.more())
                        .collect(Collectors.joining(" ")),
                resource.references().stream()
                        .map(catalogue::reference)
                        .map(SearchedContent::words)
                        .collect(Collectors.joining(" ")));
    }

    private static String words(Reference reference) {
        return reference.title() + " " + reference.publisher();
    }

    private String hash(Object... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(parts)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Searched(
            String slug,
            int place,
            String theme,
            LocalDate published,
            String title,
            String summary,
            String topics,
            String lines,
            String sources) {}
}
