package org.notificationhub.routing.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.notificationhub.routing.rule.Condition.Truth;
import org.notificationhub.routing.rule.RoutingDecision.Hold;
import org.notificationhub.routing.rule.RoutingDecision.NotRequired;
import org.notificationhub.routing.rule.RoutingDecision.NotifyCqc;
import org.notificationhub.routing.rule.RoutingDecision.NotifyLfpse;

/** The rule table. One with a gap, an overlap or a rule without law cannot be made. */
public final class RoutingRules {

    private final String version;
    private final Vocabulary vocabulary;
    private final Fact country;
    private final Fact aware;
    private final Map<RuleKey, List<RoutingRule>> rules;

    /** @param version the edition of the table, such as {@code 2026-11-24} */
    RoutingRules(String version, Vocabulary vocabulary, List<RoutingRule> rules) {
        this.version = version;
        this.vocabulary = vocabulary;
        this.country = vocabulary.facts().named(FactCatalogue.COUNTRY);
        this.aware = vocabulary.facts().named(FactCatalogue.AWARE);
        this.rules = rules.stream()
                .sorted(Comparator.comparing(RoutingRule::inForceFrom))
                .collect(Collectors.groupingBy(RuleKey::of, TreeMap::new, Collectors.toList()));
        var flaws = TableCheck.flaws(this.rules, vocabulary);
        if (!flaws.isEmpty()) {
            throw new RulesUnusable(flaws);
        }
    }

    public String version() {
        return version;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public RoutingDecision decide(Question question) {
        var inquiry = new Inquiry(question.facts());
        var site = inquiry.value(country);
        var rule = inForce(new RuleKey(question.type(), question.providerClass().code()), question.on());
        if (!site.equals(Country.ENGLAND.name())) {
            return new Hold(rule.orElse(null), Country.valueOf(site).whyNotCqc(), false, null, inquiry.grounds());
        }
        return rule.map(found -> new Deciding(question, inquiry).by(found, ""))
                .orElseGet(() -> new Hold(
                        null,
                        "No rule for this kind of event was in force on " + question.on() + ".",
                        false,
                        null,
                        inquiry.grounds()));
    }

    /** By type and class. */
    public List<RoutingRule> inForceOn(LocalDate day) {
        return rules.values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.inForceOn(day))
                .toList();
    }

    /** By type, class and day. */
    public List<RoutingRule> all() {
        return rules.values().stream().flatMap(List::stream).toList();
    }

    /** The earliest first; none where the table does not know the type or the class. */
    public List<RoutingRule> of(String type, String providerClass) {
        return rules.getOrDefault(new RuleKey(type, providerClass), List.of());
    }

    private Optional<RoutingRule> inForce(RuleKey key, LocalDate day) {
        return rules.getOrDefault(key, List.of()).stream()
                .filter(rule -> rule.inForceOn(day))
                .findFirst();
    }

    /** One question on its way to its answer. */
    private final class Deciding {

        private final Question question;
        private final Inquiry inquiry;

        Deciding(Question question, Inquiry inquiry) {
            this.question = question;
            this.inquiry = inquiry;
        }

        /** @param remark on what led here, put behind the reason */
        RoutingDecision by(RoutingRule rule, String remark) {
            for (var precedence : rule.yields()) {
                switch (inquiry.ask(precedence.when())) {
                    case TRUE -> {
                        return preferred(precedence.type(), rule);
                    }
                    case UNKNOWN -> {
                        return notKnown(rule);
                    }
                    case FALSE -> {
                        // The next one may go before.
                    }
                }
            }
            return switch (inquiry.ask(rule.onlyIf())) {
                case TRUE -> fulfilled(rule, rule.because() + remark);
                case UNKNOWN -> notKnown(rule);
                case FALSE -> new NotRequired(rule, rule.otherwise() + remark, copies(rule), inquiry.grounds());
            };
        }

        private RoutingDecision preferred(String type, RoutingRule over) {
            var key = new RuleKey(type, question.providerClass().code());
            var rule = inForce(key, question.on()).orElseThrow();
            return by(
                    rule,
                    " It is decided as \"" + rule.type().title() + "\": "
                            + rule.law().provision() + " goes before "
                            + over.law().provision() + " here.");
        }

        private RoutingDecision fulfilled(RoutingRule rule, String because) {
            return switch (rule.duty()) {
                case CQC_DIRECT -> direct(rule, because);
                case LFPSE_DISCHARGES -> new NotifyLfpse(rule, because, clock(rule), inquiry.grounds());
                case NOT_REQUIRED -> new NotRequired(rule, because, copies(rule), inquiry.grounds());
                case HOLD -> new Hold(rule, because, copies(rule), null, inquiry.grounds());
            };
        }

        /** What has to be quoted does not hold up the duty: CQC is told now, and the rest is asked for. */
        private RoutingDecision direct(RoutingRule rule, String because) {
            if (!copies(rule)) {
                return new NotifyCqc(rule, because, false, clock(rule), inquiry.grounds());
            }
            var toQuote = rule.quotes().stream()
                    .filter(fact -> inquiry.value(fact) == null)
                    .map(fact -> " CQC is to be given this too: " + fact.question())
                    .collect(Collectors.joining());
            return new NotifyCqc(rule, because + toQuote, true, clock(rule), inquiry.grounds());
        }

        private RoutingDecision notKnown(RoutingRule rule) {
            var copyToLfpse = copies(rule);
            var grounds = inquiry.grounds();
            return new Hold(
                    rule,
                    "The law turns on something that is not known: " + grounds.questions(),
                    copyToLfpse,
                    rule.timetable() == null ? null : clock(rule),
                    grounds);
        }

        private boolean copies(RoutingRule rule) {
            return inquiry.ask(rule.copyIf()) == Truth.TRUE;
        }

        private Clock clock(RoutingRule rule) {
            var awareAt = question.facts().of(aware);
            return rule.timetable()
                    .clock(inquiry, awareAt == null ? null : Instant.parse(awareAt), vocabulary.workingDays());
        }
    }
}
