package dev.remit.kit.schema;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.sql.SqlFailure;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps a service from serving on a schema that is older than it is. Reads as the app user. */
@ApplicationScoped
class SchemaCheck {
    private static final List<Integer> NEVER_MIGRATED =
            List.of(SqlFailure.NO_WAY_INTO_SCHEMA, SqlFailure.COMMAND_DENIED, SqlFailure.NO_SUCH_TABLE);

    private final Sql sql;
    private final String changeLog;

    SchemaCheck(Sql sql, @ConfigProperty(name = "quarkus.liquibase.change-log") String changeLog) {
        this.sql = sql;
        this.changeLog = changeLog;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        requireCurrent();
    }

    /** @throws SchemaBehind naming what is missing */
    void requireCurrent() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new SchemaBehind(missing);
        }
    }

    private List<String> missing() {
        Set<String> applied = applied();
        return PackagedChanges.of(changeLog).stream()
                .filter(key -> !applied.contains(key))
                .toList();
    }

    private Set<String> applied() {
        try {
            return new HashSet<>(sql.list(
                    "SELECT FILENAME, AUTHOR, ID FROM DATABASECHANGELOG",
                    row -> PackagedChanges.key(row.text(1), row.text(2), row.text(3))));
        } catch (SqlFailure e) {
            if (NEVER_MIGRATED.stream().anyMatch(error -> SqlFailure.is(e, error))) {
                return Set.of();
            }
            throw e;
        }
    }
}
