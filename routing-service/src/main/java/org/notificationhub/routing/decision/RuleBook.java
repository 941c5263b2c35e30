package org.notificationhub.routing.decision;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.notificationhub.background.Rounds;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.rule.RoutingRules;
import org.notificationhub.routing.rule.RulesUnusable;
import org.notificationhub.routing.rule.Vocabulary;

/**
 * The rule table in use. A table the service ships is put into use when it is new here; with an unusable one the service
 * does not start. Every replica follows what is put into use.
 */
@ApplicationScoped
public class RuleBook {

    private static final Logger LOG = Logger.getLogger(RuleBook.class);
    private static final int BEFORE_ANYTHING_IS_DECIDED = 1;
    private static final String RELEASE = "release";

    private final RuleVersions versions;
    private final Vocabulary vocabulary;
    private final RoutingConfig config;
    private final Rounds rounds =
            new Rounds("rule-book", "Which rule table is in use cannot be read", this::followOrComplain);
    private volatile RoutingRules rules;

    RuleBook(RuleVersions versions, Vocabulary vocabulary, RoutingConfig config) {
        this.versions = versions;
        this.vocabulary = vocabulary;
        this.config = config;
    }

    public RoutingRules rules() {
        return rules;
    }

    /** Reads a table without putting it into use. */
    public RoutingRules read(String text) {
        return RuleTable.read(text, vocabulary);
    }

    /** From the next decision on, here; within moments, at every replica. */
    public void activate(String edition, String by, String reason) {
        versions.activate(edition, by, reason);
        LOG.info("Another rule table was put into use");
        follow();
    }

    void start(@Observes @Priority(BEFORE_ANYTHING_IS_DECIDED) StartupEvent event) {
        var shipped = RuleTable.shipped();
        var edition = read(shipped).version();
        if (versions.keep(edition, shipped, RELEASE)) {
            versions.activate(edition, RELEASE, "It came with the service and was new here");
        }
        follow();
        rounds.start(config.rules().follow(), config.rules().follow());
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }

    private void follow() {
        var edition = versions.inUse().orElseThrow();
        if (rules == null || !rules.version().equals(edition)) {
            rules = read(versions.text(edition).orElseThrow());
        }
    }

    private void followOrComplain() {
        try {
            follow();
        } catch (RulesUnusable e) {
            LOG.error(
                    "The rule table in use cannot be read here; decisions go on by the one before. Update this replica",
                    e);
        }
    }
}
