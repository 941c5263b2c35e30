package org.notificationhub.routing.rule;

import static org.notificationhub.routing.rule.Authority.CQC;
import static org.notificationhub.routing.rule.Authority.LFPSE;

import java.time.LocalDate;
import java.util.List;

/** Who must be told of an event, and the law that says so. */
public sealed interface RoutingDecision {

    /** One for every authority, CQC first: also for the one that need not be told. */
    List<Finding> findings();

    /** In the order in which they are tried. */
    default List<Route> routes() {
        return List.of();
    }

    default List<Citation> citations() {
        return List.of();
    }

    /** The words of the limit and where it comes from, or null where there is none. */
    default String limit() {
        return null;
    }

    /** What a rule in force says. */
    sealed interface Ruled extends RoutingDecision {
        RoutingRule rule();

        @Override
        default List<Citation> citations() {
            return rule().citations();
        }

        @Override
        default String limit() {
            return rule().limit();
        }
    }

    record NotifyCqc(RoutingRule rule) implements Ruled {
        @Override
        public List<Finding> findings() {
            return List.of(
                    new Finding(CQC, Outcome.OWED, aboutCqc()), new Finding(LFPSE, Outcome.NOT_REQUIRED, aboutLfpse()));
        }

        @Override
        public List<Route> routes() {
            return List.of(new Route(CQC, Purpose.DIRECT));
        }

        private String aboutCqc() {
            return rule.providerClass() == ProviderClass.NHS_BODY
                    ? "The provider must tell CQC itself; telling NHS England does not replace it for this kind of event."
                    : "The provider must tell CQC itself.";
        }

        private String aboutLfpse() {
            return rule.lfpseAccepts()
                    ? "LfPSE would take a report of this, but no law asks for one and it would not replace telling CQC."
                    : "LfPSE does not take events of this kind.";
        }
    }

    /** LfPSE's acceptance discharges the duty to tell CQC; until it accepts, that duty stands. */
    record NotifyLfpse(RoutingRule rule) implements Ruled {
        @Override
        public List<Finding> findings() {
            return List.of(
                    new Finding(
                            CQC,
                            Outcome.OWED_UNLESS_LFPSE_ACCEPTS,
                            "A health service body need not tell CQC once NHS England has been told through LfPSE;"
                                    + " until LfPSE accepts, the duty stands."),
                    new Finding(
                            LFPSE,
                            Outcome.NOT_REQUIRED,
                            "No law owes LfPSE a report; making one is what discharges the duty to tell CQC."));
        }

        @Override
        public List<Route> routes() {
            return List.of(new Route(LFPSE, Purpose.DISCHARGES), new Route(CQC, Purpose.FALLBACK));
        }
    }

    record NotRequired(RoutingRule rule) implements Ruled {
        @Override
        public List<Finding> findings() {
            var because = rule.providerClass() == ProviderClass.NHS_BODY
                    ? "The law does not ask a health service body to tell CQC of this."
                    : "The law does not ask this provider to tell CQC of this.";
            return List.of(
                    new Finding(CQC, Outcome.NOT_REQUIRED, because),
                    new Finding(LFPSE, Outcome.NOT_REQUIRED, "No law asks for a report of this to LfPSE."));
        }
    }

    /** No rule was in force: a person decides. */
    record Hold(LocalDate on) implements RoutingDecision {
        @Override
        public List<Finding> findings() {
            return List.of(new Finding(
                    CQC, Outcome.HOLD, "No rule for this kind of event was in force on " + on + "; a person decides."));
        }
    }

    enum Outcome {
        OWED,
        OWED_UNLESS_LFPSE_ACCEPTS,
        NOT_REQUIRED,
        HOLD
    }

    enum Purpose {
        /** Telling it is the duty. */
        DIRECT,
        /** Its acceptance ends a duty to another. */
        DISCHARGES,
        /** Tried once the route that discharges has failed. */
        FALLBACK,
        COPY
    }

    record Finding(Authority authority, Outcome outcome, String because) {}

    record Route(Authority destination, Purpose purpose) {}
}
