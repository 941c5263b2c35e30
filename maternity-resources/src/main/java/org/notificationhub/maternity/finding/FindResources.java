package org.notificationhub.maternity.finding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.finding.Findings.Asked;
import org.notificationhub.maternity.finding.Findings.Ranked;
import org.notificationhub.maternity.finding.Found.FoundLine;
import org.notificationhub.maternity.store.Sql;

/** Finds resources by words, also misspelt or abbreviated, and by what they are about. */
@Singleton
public class FindResources {

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,40}");
    private static final String MARKS =
            "HighlightAll=true, StartSel=\"%s\", StopSel=\"%s\"".formatted(Marked.MARK, Marked.END);
    private static final int LINES = 3;

    /**
     * The nearest word of the catalogue to each that it does not have: one that it begins, else one with the fewest letters to
     * be changed, if possible one of the same letters. Two changed letters are let pass, since letters that changed places are
     * two; three in a long word.
     */
    private static final String SPELT = """
            select asked.word, near.word as near
              from unnest(?::text[]) as asked (word), (select ?::text as edition) this
             cross join lateral (
                   select known.word from searched_word known
                    where known.edition = this.edition
                      and (starts_with(known.word, asked.word)
                           or similarity(known.word, asked.word) >= 0.2
                              and levenshtein(known.word, asked.word) <= least(length(asked.word) / 3 + 1, 3)
                              and length(asked.word) / 2 >= levenshtein(known.word, asked.word))
                    order by starts_with(known.word, asked.word) desc, levenshtein(known.word, asked.word),
                             length(known.word) = length(asked.word)
                             and string_to_array(known.word, null) <@ string_to_array(asked.word, null) desc,
                             similarity(known.word, asked.word) desc, uses desc, known.word
                    limit 1) near
             where numnode(plainto_tsquery('english', asked.word)) > 0
               and not exists (select from searched_resource
                                where edition = this.edition and document @@ plainto_tsquery('english', asked.word))
               and not exists (select from searched_word where edition = this.edition and word = asked.word)""";

    private static final String PUT = """
            select query::text as every, case when query::text like '%!%' then query::text
                   else replace(query::text, '&', '|') end as some
              from ts_rewrite(websearch_to_tsquery('english', ?),
                   format('select asked, means from searched_synonym where edition = %L', ?::text)) query""";

    /** A line that says all of it counts beside the whole resource, which says it here and there. */
    private static final String RANKED = """
            select slug, ts_headline('english', title, query, marks) as title,
                   ts_headline('english', summary, query, marks) as summary
              from (select ?::text as edition, ?::tsquery as query, ?::text as theme, ?::text as audience,
                           ?::text as question, ?::date as since, ?::text as marks) wanted
              join searched_resource found using (edition)
             cross join lateral (
                   select coalesce(max(ts_rank_cd('{0, 0, 0.1, 0.3}', line.document, query, 1)), 0) as best from searched_line line
                    where line.edition = found.edition and line.slug = found.slug and line.document @@ query) line
             where (numnode(query) = 0 or document @@ query)
               and (wanted.theme is null or found.theme = wanted.theme)
               and (since is null or published >= since)
               and (coalesce(audience, question) is null
                    or exists (select from searched_line put
                                where put.edition = found.edition and put.slug = found.slug and put.kind = 'QUESTION'
                                  and (audience is null or audience = any (audiences))
                                  and (question is null or question = any (questions))))
             order by case when numnode(query) = 0 then 0
                      else ts_rank('{0.05, 0.15, 0.5, 1}', document, query) + line.best end desc, place""";

    private static final String LINES_OF = """
            select slug, anchor, kind, ts_headline('english', text, query, marks) as text
              from (select slug, anchor, kind, text, query, marks, rank, place,
                           row_number() over (partition by slug order by rank desc, place, anchor) as nth
                      from (select ?::text as edition, ?::tsquery as query, ?::text[] as slugs, ?::text as audience,
                                   ?::text as question, ?::text as marks) wanted
                      join searched_line line using (edition)
                     cross join lateral ts_rank(document, query) as rank
                     where slug = any (slugs) and document @@ query
                       and (audience is null or kind <> 'QUESTION' or audience = any (audiences))
                       and (question is null or kind <> 'QUESTION' or question = any (questions))) ranked
             where nth <= ? order by slug, nth""";

    private final Sql sql;
    private final SearchedContent content;
    private final ResourceCatalogue catalogue;

    FindResources(Sql sql, SearchedContent content, ResourceCatalogue catalogue) {
        this.sql = sql;
        this.content = content;
        this.catalogue = catalogue;
    }

    /** Best match first where words are given that mean something, else in the order of the catalogue. */
    public Findings find(Wanted wanted) {
        var words = wanted.words() == null ? "" : wanted.words();
        var spelt = spelt(words);
        var put = put(spelt);
        var changed = spelt.equals(words) ? null : spelt;
        var found = ranked(wanted, put.every);
        return found.isEmpty() && !put.some.equals(put.every)
                ? new Findings(ranked(wanted, put.some), new Asked(changed, put.some, true))
                : new Findings(found, new Asked(changed, put.some, false));
    }

    /** The resources, and the lines in them, for as many of what was found as somebody is shown. */
    public List<Found> shown(List<Ranked> some, Asked asked, Wanted wanted) {
        var lines = asked.query().isEmpty() ? Map.<String, List<FoundLine>>of() : lines(some, asked.query(), wanted);
        return some.stream()
                .map(ranked -> new Found(
                        catalogue.resource(ranked.slug()).orElseThrow(),
                        ranked.title(),
                        ranked.summary(),
                        lines.getOrDefault(ranked.slug(), List.of())))
                .toList();
    }

    private List<Ranked> ranked(Wanted wanted, String query) {
        return sql.rows(
                RANKED,
                row -> new Ranked(
                        row.getString("slug"), Marked.of(row.getString("title")), Marked.of(row.getString("summary"))),
                content.edition(),
                query,
                wanted.theme(),
                name(wanted.audience()),
                name(wanted.keyQuestion()),
                wanted.changedSince(),
                MARKS);
    }

    private Map<String, List<FoundLine>> lines(List<Ranked> some, String query, Wanted wanted) {
        record Row(String slug, FoundLine line) {}
        return sql
                .rows(
                        LINES_OF,
                        row -> new Row(
                                row.getString("slug"),
                                new FoundLine(
                                        row.getString("anchor"),
                                        LineKind.valueOf(row.getString("kind")),
                                        Marked.of(row.getString("text")))),
                        content.edition(),
                        query,
                        some.stream().map(Ranked::slug).toArray(String[]::new),
                        name(wanted.audience()),
                        name(wanted.keyQuestion()),
                        MARKS,
                        LINES)
                .stream()
                .collect(groupingBy(Row::slug, LinkedHashMap::new, mapping(Row::line, toList())));
    }

    private String spelt(String words) {
        var asked = WORD.matcher(words.toLowerCase(Locale.ENGLISH))
                .results()
                .map(match -> match.group())
                .distinct()
                .toArray(String[]::new);
        if (asked.length == 0) {
            return words;
        }
        record Change(String word, String near) {}
        var changes = sql
                .rows(SPELT, row -> new Change(row.getString("word"), row.getString("near")), asked, content.edition())
                .stream()
                .collect(Collectors.toMap(Change::word, Change::near));
        return WORD.matcher(words)
                .replaceAll(match -> changes.getOrDefault(match.group().toLowerCase(Locale.ENGLISH), match.group()));
    }

    private Put put(String words) {
        return sql.rows(PUT, row -> new Put(row.getString("every"), row.getString("some")), words, content.edition())
                .get(0);
    }

    private static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }

    /** A query for what has every word, and one for what has some. */
    private record Put(String every, String some) {}
}
