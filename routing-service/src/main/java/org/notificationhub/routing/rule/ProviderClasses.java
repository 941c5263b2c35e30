package org.notificationhub.routing.rule;

import java.util.List;
import java.util.Optional;

/** Every class of provider the law knows. */
public final class ProviderClasses {

    private final List<ProviderClass> all;
    private final ProviderClass independent;

    public ProviderClasses(List<ProviderClass> all) {
        this.all = List.copyOf(all);
        if (all.stream().map(ProviderClass::code).distinct().count() != all.size()) {
            throw new RulesUnusable("a class of provider is there twice");
        }
        this.independent = find(ProviderClass.INDEPENDENT)
                .orElseThrow(() -> new RulesUnusable("no class is " + ProviderClass.INDEPENDENT));
    }

    public List<ProviderClass> all() {
        return all;
    }

    public Optional<ProviderClass> find(String code) {
        return all.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    public ProviderClass independent() {
        return independent;
    }

    /** What CQC's register says of a provider, read as a class. One that contradicts itself is independent. */
    public Reading read(String ownership, String sector) {
        if (all.stream().anyMatch(each -> each.isContradicted(ownership, sector))) {
            return new Reading(independent, true);
        }
        return new Reading(
                all.stream()
                        .filter(each -> each.isTold(ownership, sector))
                        .findFirst()
                        .orElse(independent),
                false);
    }

    /** @param contradictory the register says one thing by the ownership and another by the sector */
    public record Reading(ProviderClass providerClass, boolean contradictory) {}
}
