package org.notificationhub.routing.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Which statements are about the same record of LfPSE's: some name its id, some its reference, some both. */
final class LfpseRecords {

    private static final String NO_RECORD = "";

    private final List<Statement> heard;
    private final Map<String, String> referenceById;

    LfpseRecords(Collection<Statement> heard) {
        this.heard = heard.stream().distinct().toList();
        this.referenceById = heard.stream()
                .filter(statement -> statement.lfpseId() != null && statement.reference() != null)
                .collect(Collectors.toMap(
                        Statement::lfpseId, Statement::reference, BinaryOperator.minBy(String::compareTo)));
    }

    /** What answers the submission, and what else was said of the records it made. */
    List<Statement> about(UUID submission) {
        var made = heard.stream()
                .filter(statement -> submission.equals(statement.submission()))
                .map(this::nameOf)
                .filter(name -> !name.equals(NO_RECORD))
                .collect(Collectors.toSet());
        return heard.stream()
                .filter(statement -> submission.equals(statement.submission())
                        || made.contains(nameOf(statement)) && !statement.isRefusalOfAnother(submission))
                .toList();
    }

    /** What is said of the record that the sender made itself, by the id or reference it gave. */
    List<Statement> aboutReported(String name) {
        var reported = referenceById.getOrDefault(name, name);
        return heard.stream()
                .filter(statement -> reported.equals(nameOf(statement)))
                .toList();
    }

    String nameOf(Statement statement) {
        if (statement.reference() != null && statement.lfpseId() == null) {
            return statement.reference();
        }
        return statement.lfpseId() == null
                ? NO_RECORD
                : Objects.requireNonNullElse(referenceById.get(statement.lfpseId()), statement.lfpseId());
    }
}
