package org.notificationhub.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How each authority behaves now. */
@ApplicationScoped
public class Behaviours {

    private final Map<Authority, Behaviour> current = new ConcurrentHashMap<>();

    public Behaviour of(Authority authority) {
        return current.getOrDefault(authority, Behaviour.USUAL);
    }

    void set(Authority authority, Behaviour behaviour) {
        current.put(authority, behaviour);
    }

    Map<Authority, Behaviour> all() {
        var all = new EnumMap<Authority, Behaviour>(Authority.class);
        for (var authority : Authority.values()) {
            all.put(authority, of(authority));
        }
        return all;
    }
}
