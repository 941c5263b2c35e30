package org.notificationhub.routing.rule;

import static org.notificationhub.routing.rule.Authority.CQC;
import static org.notificationhub.routing.rule.Authority.LFPSE;

import java.util.List;
import java.util.stream.Stream;

/** Who must be told of an event, and the law that says so. */
public sealed interface RoutingDecision {

    /** What is said about CQC. */
    Finding aboutCqc();

    /** What is said about LfPSE, to which no law owes anything. */
    Finding aboutLfpse();

    /** The rule that was applied, or null where none was in force. */
    RoutingRule rule();

    Grounds grounds();

    /** Null where nothing is owed, or it is not known whether. */
    default Clock clock() {
        return null;
    }

    /** In the order in which they are tried. */
    default List<Route> routes() {
        return List.of();
    }

    /** One for every authority, CQC first: also for the one that need not be told. */
    default List<Finding> findings() {
        return List.of(aboutCqc(), aboutLfpse());
    }

    default List<Citation> citations() {
        return rule() == null ? List.of() : rule().citations();
    }

    /** The words of the limit and where it comes from, or null where there is none. */
    default String limit() {
        return clock() == null ? null : rule().limit();
    }

    /** @param copyToLfpse LfPSE is told as well, which discharges nothing */
    record NotifyCqc(RoutingRule rule, String because, boolean copyToLfpse, Clock clock, Grounds grounds)
            implements RoutingDecision {
        @Override
        public Finding aboutCqc() {
            return new Finding(CQC, Outcome.OWED, because);
        }

        @Override
        public Finding aboutLfpse() {
            return new Finding(LFPSE, Outcome.NOT_REQUIRED, whyLfpse());
        }

        @Override
        public List<Route> routes() {
            return Stream.concat(Stream.of(new Route(CQC, Purpose.DIRECT)), copyTo(copyToLfpse).stream())
                    .toList();
        }

        private String whyLfpse() {
            if (copyToLfpse) {
                return "It is a patient safety incident as well, so LfPSE is told too; that does not replace telling CQC.";
            }
            return rule.lfpseAccepts()
                    ? "LfPSE would take a report of this, but no law asks for one and it would not replace telling CQC."
                    : "LfPSE does not take events of this kind.";
        }
    }

    /** LfPSE's acceptance discharges the duty to tell CQC; until it accepts, that duty stands. */
    record NotifyLfpse(RoutingRule rule, String because, Clock clock, Grounds grounds) implements RoutingDecision {
        @Override
        public Finding aboutCqc() {
            return new Finding(CQC, Outcome.OWED_UNLESS_LFPSE_ACCEPTS, because);
        }

        @Override
        public Finding aboutLfpse() {
            return new Finding(
                    LFPSE,
                    Outcome.NOT_REQUIRED,
                    "No law owes LfPSE a report; making one that it accepts is what discharges the duty to tell CQC.");
        }

        @Override
        public List<Route> routes() {
            return List.of(new Route(LFPSE, Purpose.DISCHARGES), new Route(CQC, Purpose.FALLBACK));
        }
    }

    /** @param copyToLfpse LfPSE is told, though nothing is owed */
    record NotRequired(RoutingRule rule, String because, boolean copyToLfpse, Grounds grounds)
            implements RoutingDecision {
        @Override
        public Finding aboutCqc() {
            return new Finding(CQC, Outcome.NOT_REQUIRED, because);
        }

        @Override
        public Finding aboutLfpse() {
            return new Finding(
                    LFPSE,
                    Outcome.NOT_REQUIRED,
                    "No law asks for a report of this to LfPSE"
                            + (copyToLfpse ? "; it is given in LfPSE's own terms, so LfPSE is told." : "."));
        }

        @Override
        public List<Route> routes() {
            return copyTo(copyToLfpse);
        }
    }

    /**
     * The law is not settled, or a fact it needs is missing: a person decides.
     *
     * @param copyToLfpse LfPSE is told meanwhile, which discharges nothing
     * @param clock of the duty that there may be: it does not wait for the person; null where none is known
     */
    record Hold(RoutingRule rule, String because, boolean copyToLfpse, Clock clock, Grounds grounds)
            implements RoutingDecision {
        @Override
        public Finding aboutCqc() {
            return new Finding(CQC, Outcome.HOLD, because + " A person decides.");
        }

        @Override
        public Finding aboutLfpse() {
            return new Finding(
                    LFPSE,
                    Outcome.NOT_REQUIRED,
                    "No law owes LfPSE a report; whether one would discharge a duty to CQC is not settled yet."
                            + (copyToLfpse ? " It is given in LfPSE's own terms, so LfPSE is told meanwhile." : ""));
        }

        @Override
        public List<Route> routes() {
            return copyTo(copyToLfpse);
        }
    }

    private static List<Route> copyTo(boolean lfpse) {
        return lfpse ? List.of(new Route(LFPSE, Purpose.COPY)) : List.of();
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
