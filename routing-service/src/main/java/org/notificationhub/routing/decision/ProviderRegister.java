package org.notificationhub.routing.decision;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.notificationhub.routing.rule.Confidence;
import org.notificationhub.routing.rule.ProviderClass;

/** Which providers are known, and of which class. A class is never guessed from the shape of an id. */
@Startup
@ApplicationScoped
public class ProviderRegister {

    private final Map<String, RegisteredProvider> providers;

    ProviderRegister() {
        providers = CsvTable.rows(CsvTable.text("register/providers.csv")).stream()
                .map(ProviderRegister::provider)
                .collect(Collectors.toUnmodifiableMap(RegisteredProvider::id, Function.identity()));
    }

    public Optional<RegisteredProvider> find(String id) {
        return Optional.ofNullable(id).map(providers::get);
    }

    /** Unknown means independent: told too much, CQC is no worse off; told too little, a duty is broken. */
    public ClassifiedProvider classify(String id) {
        return find(id).map(known -> new ClassifiedProvider(id, known.providerClass(), Basis.REGISTER))
                .orElseGet(() -> new ClassifiedProvider(id, ProviderClass.INDEPENDENT, Basis.DEFAULTED));
    }

    private static RegisteredProvider provider(Map<String, String> row) {
        return new RegisteredProvider(
                row.get("provider_id"),
                row.get("name"),
                ProviderClass.valueOf(row.get("provider_class")),
                Confidence.of(row.get("confidence")),
                row.get("source"));
    }

    /** @param source where the class was read */
    public record RegisteredProvider(
            String id, String name, ProviderClass providerClass, Confidence confidence, String source) {}

    /** Where a class came from. */
    public enum Basis {
        REGISTER,
        DECLARED,
        DEFAULTED
    }

    /** @param id null where only a class was declared */
    public record ClassifiedProvider(String id, ProviderClass providerClass, Basis basis) {}
}
