package org.notificationhub.sandbox;

import io.quarkus.arc.All;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What was received, and how the authorities behave. */
@Path("/sandbox")
@Tag(name = "Control")
public class SandboxResource {

    private final Ledger ledger;
    private final Journal journal;
    private final Behaviours behaviours;
    private final Silence silence;
    private final List<Regulator> regulators;

    SandboxResource(
            Ledger ledger, Journal journal, Behaviours behaviours, Silence silence, @All List<Regulator> regulators) {
        this.ledger = ledger;
        this.journal = journal;
        this.behaviours = behaviours;
        this.silence = silence;
        this.regulators = regulators;
    }

    @GET
    @Path("/received")
    @Operation(
            summary = "Every request, in order of arrival",
            description =
                    "Narrowed by authority and reference where given. A long list is read in pages: those after a number.")
    public List<Received> received(
            @RestQuery Authority authority,
            @RestQuery String reference,
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("9223372036854775807") long limit) {
        return ledger.after(after)
                .filter(each -> authority == null || each.authority() == authority)
                .filter(each -> reference == null || reference.equals(each.reference()))
                .limit(limit)
                .toList();
    }

    @DELETE
    @Path("/received")
    @Operation(
            summary = "Start afresh",
            description =
                    "Forgets what was received and what the authorities hold, and drops the connections that get no answer. Behaviour stays.")
    public void clear() {
        silence.dropAll();
        regulators.forEach(Regulator::clear);
        ledger.clear();
        journal.clear();
        behaviours.keep();
    }

    @GET
    @Path("/behaviour")
    @Operation(summary = "How each authority behaves now")
    public Map<Authority, Behaviour> behaviour() {
        return behaviours.all();
    }

    @PUT
    @Path("/behaviour/{authority}")
    @Operation(
            summary = "Change how an authority behaves",
            description = "From the next request on; answers with what is now in force.")
    public Behaviour behave(@RestPath Authority authority, Behaviour behaviour) {
        if (behaviour == null) {
            throw new BadRequestException("a behaviour is a JSON object");
        }
        behaviours.set(authority, behaviour);
        return behaviour;
    }
}
