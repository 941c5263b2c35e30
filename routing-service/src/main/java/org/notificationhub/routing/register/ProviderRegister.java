package org.notificationhub.routing.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.notificationhub.routing.register.ClassifiedProvider.Basis;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.ProviderClasses;
import org.notificationhub.routing.rule.Vocabulary;

/** Which providers are known, and of which class. A class is never guessed from the shape of an id. */
@ApplicationScoped
public class ProviderRegister {

    /** In force on the day, or else the earliest known: what a register says today is the best guess of what it said. */
    private static final String ON_DAY = """
            select v.*, s.source from provider_version v join register_snapshot s on s.id = v.snapshot_id
             where v.provider_id = ? order by v.valid_from > ?, abs(v.valid_from - ?) limit 1""";

    /** The page is cut before anything is joined, so that it follows the primary key. */
    private static final String LATEST = """
            select page.*, s.source
              from (select * from provider_version v
                     where provider_id > ? and (contradictory or not ?)
                       and not exists (select from provider_version later
                                        where later.provider_id = v.provider_id and later.valid_from > v.valid_from)
                     order by provider_id limit ?) page
              join register_snapshot s on s.id = page.snapshot_id
             order by page.provider_id""";

    private static final String IS_EMPTY = "select not exists (select from provider_version)";

    private final Sql sql;
    private final ProviderClasses classes;

    ProviderRegister(DataSource database, Vocabulary vocabulary) {
        this.sql = new Sql(database);
        this.classes = vocabulary.classes();
    }

    /**
     * The register goes before what was declared; whoever neither knows is independent: told too much, CQC is no worse
     * off; told too little, a duty is broken.
     *
     * @param id null for an employer that CQC has not registered
     * @param declared the class the caller gives, or null
     * @param on the day whose register counts
     */
    public ClassifiedProvider classify(String id, ProviderClass declared, LocalDate on) {
        return Optional.ofNullable(id)
                .flatMap(known -> find(known, on))
                .map(registered -> registered(registered, declared))
                .orElseGet(() -> declared == null
                        ? new ClassifiedProvider(id, classes.independent(), Basis.DEFAULTED, false)
                        : new ClassifiedProvider(id, declared, Basis.DECLARED, false));
    }

    public Optional<RegisteredProvider> find(String id, LocalDate on) {
        return sql.rows(ON_DAY, ProviderRegister::provider, id, on, on).stream().findFirst();
    }

    /** As they are now, by id. */
    public List<RegisteredProvider> after(String id, boolean contradictoryOnly, int most) {
        return sql.rows(LATEST, ProviderRegister::provider, id, contradictoryOnly, most);
    }

    boolean isEmpty() {
        return sql.rows(IS_EMPTY, row -> row.getBoolean(1)).get(0);
    }

    private ClassifiedProvider registered(RegisteredProvider provider, ProviderClass declared) {
        var registered = classes.find(provider.providerClass()).orElse(classes.independent());
        return new ClassifiedProvider(
                provider.id(),
                registered,
                Basis.REGISTER,
                provider.contradictory() || declared != null && !declared.equals(registered));
    }

    private static RegisteredProvider provider(ResultSet row) throws SQLException {
        return new RegisteredProvider(
                row.getString("provider_id"),
                row.getString("name"),
                row.getString("ownership"),
                row.getString("sector"),
                row.getString("registration_status"),
                row.getString("class"),
                row.getBoolean("contradictory"),
                row.getObject("valid_from", LocalDate.class),
                RegisterSource.valueOf(row.getString("source")));
    }
}
