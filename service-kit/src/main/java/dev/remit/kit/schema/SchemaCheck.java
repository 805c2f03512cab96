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
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.OfflineConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps a service that does not migrate from serving on a schema that is older than it is. Reads as the app user. */
@ApplicationScoped
class SchemaCheck {
    private static final List<Integer> NEVER_MIGRATED =
            List.of(SqlFailure.NO_WAY_INTO_SCHEMA, SqlFailure.COMMAND_DENIED, SqlFailure.NO_SUCH_TABLE);

    private final Sql sql;
    private final String changeLog;
    private final boolean migrates;

    SchemaCheck(
            Sql sql,
            @ConfigProperty(name = "quarkus.liquibase.change-log") String changeLog,
            @ConfigProperty(name = "remit.schema.migrate") boolean migrates) {
        this.sql = sql;
        this.changeLog = changeLog;
        this.migrates = migrates;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (!migrates) {
            requireCurrent();
        }
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
        return packaged().stream().filter(key -> !applied.contains(key)).toList();
    }

    private List<String> packaged() {
        ResourceAccessor resources =
                new ClassLoaderResourceAccessor(Thread.currentThread().getContextClassLoader());
        // Read for no database in particular: whoever may not even enter the schema shall be told what is missing.
        try (Liquibase ours = new Liquibase(changeLog, resources, new OfflineConnection("offline:mysql", resources))) {
            return ours.getDatabaseChangeLog().getChangeSets().stream()
                    .map(SchemaCheck::key)
                    .toList();
        } catch (LiquibaseException e) {
            throw new IllegalStateException("The change log cannot be read", e);
        }
    }

    private Set<String> applied() {
        try {
            return new HashSet<>(sql.list(
                    "SELECT FILENAME, AUTHOR, ID FROM DATABASECHANGELOG",
                    row -> key(row.text(1), row.text(2), row.text(3))));
        } catch (SqlFailure e) {
            if (NEVER_MIGRATED.stream().anyMatch(error -> SqlFailure.is(e, error))) {
                return Set.of();
            }
            throw e;
        }
    }

    private static String key(ChangeSet change) {
        return key(change.getFilePath(), change.getAuthor(), change.getId());
    }

    private static String key(String file, String author, String id) {
        return file + " " + author + ":" + id;
    }
}
