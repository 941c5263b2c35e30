package org.notificationhub.maternity.feedback;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.notificationhub.maternity.store.Sql;

/** The table of what readers said. */
@Singleton
public class FeedbackRepository {

    private static final String ADD = """
            insert into feedback (resource_id, version, month, useful, audience, intention, comment, request_key)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (request_key) do nothing""";
    private static final String SENT_BEFORE = """
            select resource_id, version, useful, audience, intention, comment from feedback where request_key = ?""";
    private static final String TALLY = """
            select resource_id, version, month, useful, audience, count(*) as answers from feedback
             group by resource_id, version, month, useful, audience""";
    private static final String COMMENTS = """
            select resource_id, version, month, useful, comment from feedback
             where comment is not null and (?::text is null or resource_id = ?)
             order by month, resource_id, version, id""";

    private final Sql sql;

    FeedbackRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param requestKey null where the caller has none
     * @return whether it is new; under a key that was used before nothing is added
     */
    boolean add(Feedback feedback, YearMonth month, String requestKey) {
        return sql.change(
                        ADD,
                        feedback.resourceId(),
                        feedback.version(),
                        month.atDay(1),
                        feedback.useful().name(),
                        name(feedback.audience()),
                        name(feedback.intention()),
                        feedback.comment(),
                        requestKey)
                == 1;
    }

    Optional<Feedback> sentBefore(String requestKey) {
        return sql
                .rows(
                        SENT_BEFORE,
                        row -> new Feedback(
                                row.getString("resource_id"),
                                row.getInt("version"),
                                Useful.valueOf(row.getString("useful")),
                                code(Respondent.class, row.getString("audience")),
                                code(Intention.class, row.getString("intention")),
                                row.getString("comment")),
                        requestKey)
                .stream()
                .findFirst();
    }

    List<Tally> tallies() {
        return sql.rows(
                TALLY,
                row -> new Tally(
                        row.getString("resource_id"),
                        row.getInt("version"),
                        month(row.getObject("month", LocalDate.class)),
                        Useful.valueOf(row.getString("useful")),
                        code(Respondent.class, row.getString("audience")),
                        row.getInt("answers")));
    }

    /** Oldest month first. @param resourceId null for all */
    public List<Comment> comments(String resourceId) {
        return sql.rows(
                COMMENTS,
                row -> new Comment(
                        row.getString("resource_id"),
                        row.getInt("version"),
                        month(row.getObject("month", LocalDate.class)),
                        Useful.valueOf(row.getString("useful")),
                        row.getString("comment")),
                resourceId,
                resourceId);
    }

    /** How many said the same in a month. */
    record Tally(String resourceId, int version, YearMonth month, Useful useful, Respondent audience, int answers) {}

    /** What one reader wrote. Who that is, is left out even as far as it is known. */
    public record Comment(String resourceId, int version, YearMonth month, Useful useful, String text) {}

    private static YearMonth month(LocalDate firstDay) {
        return YearMonth.from(firstDay);
    }

    private static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static <E extends Enum<E>> E code(Class<E> codes, String name) {
        return name == null ? null : Enum.valueOf(codes, name);
    }
}
