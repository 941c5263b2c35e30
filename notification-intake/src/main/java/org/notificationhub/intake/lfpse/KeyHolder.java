package org.notificationhub.intake.lfpse;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.notification.Sender;
import org.notificationhub.lfpse.LfpseEvent;

/**
 * The system that holds a subscription key.
 *
 * @param organisations CQC ids by ODS code, for providers that CQC knows by another id
 */
record KeyHolder(Sender sender, Map<String, String> organisations) {

    /** Whose event it is: where it happened, else whose reporter tells of it, else the only one its holder acts for. */
    String provider(LfpseEvent event) {
        var named = Stream.of(
                        event.location().all("Organisation"),
                        event.location().all("OrganisationOther"),
                        event.reporter().all("ReporterOrganisation"),
                        event.reporter().all("ReporterOrganisationOther"))
                .filter(codes -> !codes.isEmpty())
                .findFirst()
                .orElseGet(this::itsOnly);
        return named.stream()
                .map(code -> organisations.getOrDefault(code.toString(), code.toString()))
                .filter(sender::actsFor)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ProblemKind.FORBIDDEN,
                        "This subscription key is not for the organisation that the event names"));
    }

    private List<Object> itsOnly() {
        if (sender.actsForAll() || sender.providerIds().size() != 1) {
            throw new Refusal(
                    ProblemKind.RULE_BROKEN,
                    List.of(new Fault("/provider/id", "REQUIRED", "Name the organisation where it happened")));
        }
        return List.copyOf(sender.providerIds());
    }
}
