package org.notificationhub.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How each authority behaves now. */
@ApplicationScoped
public class Behaviours {

    private final Journal journal;
    private final Map<Authority, Behaviour> current = new ConcurrentHashMap<>();

    Behaviours(Journal journal) {
        this.journal = journal;
    }

    public Behaviour of(Authority authority) {
        return current.getOrDefault(authority, Behaviour.USUAL);
    }

    synchronized void set(Authority authority, Behaviour behaviour) {
        current.put(authority, behaviour);
        journal.add(new Fact.Behaves(authority, behaviour));
    }

    void recall(Fact.Behaves behaves) {
        current.put(behaves.authority(), behaves.behaviour());
    }

    /** Into a journal that has been emptied. */
    synchronized void keep() {
        current.forEach((authority, behaviour) -> journal.add(new Fact.Behaves(authority, behaviour)));
    }

    Map<Authority, Behaviour> all() {
        var all = new EnumMap<Authority, Behaviour>(Authority.class);
        for (var authority : Authority.values()) {
            all.put(authority, of(authority));
        }
        return all;
    }
}
