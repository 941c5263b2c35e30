package org.notificationhub.routing.rule;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every fact that rules and clocks may name. */
public final class FactCatalogue {

    /** Where the site is, of which every decision depends. */
    static final String COUNTRY = "country";

    /** When the provider became aware, from which warnings are counted where the law counts back from another day. */
    static final String AWARE = "awareAt";

    private final Map<String, Fact> facts;

    public FactCatalogue(Collection<Fact> facts) {
        this.facts = facts.stream()
                .collect(Collectors.toMap(Fact::name, Function.identity(), FactCatalogue::refuseTwin, TreeMap::new));
        named(COUNTRY);
        named(AWARE);
    }

    /** By name. */
    public Collection<Fact> all() {
        return facts.values();
    }

    public Optional<Fact> find(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    Fact named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("there is no fact " + name));
    }

    private static Fact refuseTwin(Fact one, Fact other) {
        throw new IllegalArgumentException("the fact " + one.name() + " is there twice");
    }
}
