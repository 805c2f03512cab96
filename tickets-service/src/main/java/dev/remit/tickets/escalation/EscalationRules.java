package dev.remit.tickets.escalation;

import dev.remit.kit.sql.ReadOnce;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The escalation rules of the current tenant. */
@ApplicationScoped
public class EscalationRules implements PanacheRepositoryBase<EscalationSettings, UUID> {
    private final ReadOnce once;

    EscalationRules(ReadOnce once) {
        this.once = once;
    }

    private record Present() implements ReadOnce.Question {}

    /** Those that hold now, read once a transaction. */
    public List<EscalationRule> present() {
        return once.get(
                new Present(), () -> said().map(EscalationSettings::rules).orElse(List.of()));
    }

    /** What was said, if anything. */
    Optional<EscalationSettings> said() {
        return findAll().firstResultOptional();
    }
}
