package org.notificationhub.routing.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.routing.reconciliation.Finding;
import org.notificationhub.routing.reconciliation.FindingKind;

/**
 * Something that somebody should look at.
 *
 * @param notificationId absent where there is none yet
 * @param lfpse LfPSE's record, as far as it is known
 * @param since when what it is about began
 * @param facts codes and ids it rests on; it opens again where they change
 * @param because the law, or else the harm
 * @param whatToDo the next step of whoever looks at it
 * @param end absent while it is open
 */
public record FindingView(
        UUID id,
        FindingKind kind,
        Finding.State state,
        UUID notificationId,
        LfpseView lfpse,
        String providerId,
        Instant since,
        Instant openedAt,
        @JsonRawValue @Schema(implementation = Object.class) String facts,
        String because,
        String whatToDo,
        EndView end) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.id(),
                finding.kind(),
                finding.state(),
                finding.notificationId(),
                LfpseView.of(finding),
                finding.providerId(),
                finding.since(),
                finding.openedAt(),
                finding.facts(),
                finding.kind().because(),
                finding.kind().toDo(),
                EndView.of(finding.end()));
    }

    public record LfpseView(String id, String reference) {
        static LfpseView of(Finding finding) {
            return finding.lfpseId() == null && finding.lfpseReference() == null
                    ? null
                    : new LfpseView(finding.lfpseId(), finding.lfpseReference());
        }
    }

    /**
     * How it ended.
     *
     * @param because which facts changed, or the reason of whoever closed it
     * @param by the client that closed it; absent where it resolved by itself
     */
    public record EndView(Instant at, String because, String by) {
        static EndView of(Finding.End end) {
            return end == null ? null : new EndView(end.at(), end.because(), end.by());
        }
    }
}
