package dev.remit.kit.schema;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.kit.app.KitTest;
import dev.remit.kit.sql.Sql;
import dev.remit.stack.MySqlServer;
import dev.remit.stack.TestMySql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import liquibase.Liquibase;
import liquibase.database.OfflineConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.Test;

/** What a service does that may not migrate: it reads, as the app user, what has been migrated. */
@QuarkusTest
class SchemaCheckTest extends KitTest {
    @Inject
    SchemaCheck check;

    @Inject
    Sql sql;

    @Test
    void aSchemaThatIsUpToDateIsServedOn() {
        assertDoesNotThrow(check::requireCurrent);
    }

    @Test
    void aMissingChangeIsNamedWithWhatToDo() throws SQLException {
        rename("kit:outbox", "another");
        try {
            SchemaBehind behind = assertThrows(SchemaBehind.class, check::requireCurrent);
            assertEquals(
                    "The schema is behind this service: 1 changes are missing, the first is db/kit.sql kit:outbox."
                            + " Run the migration of this version (REMIT_DB_MIGRATE_AND_EXIT=true), then start the service"
                            + " again",
                    behind.getMessage());
        } finally {
            rename("another", "kit:outbox");
        }
    }

    @Test
    void thePackagedChangesAreThoseThatLiquibaseReads() throws LiquibaseException {
        String changeLog = "db/changelog.xml";
        ResourceAccessor resources = new ClassLoaderResourceAccessor();
        try (Liquibase liquibase =
                new Liquibase(changeLog, resources, new OfflineConnection("offline:mysql", resources))) {
            List<String> theirs = liquibase.getDatabaseChangeLog().getChangeSets().stream()
                    .map(change -> change.getFilePath() + " " + change.getAuthor() + ":" + change.getId())
                    .toList();
            assertEquals(theirs, PackagedChanges.of(changeLog));
        }
    }

    @Test
    void whatAChangeLogIsNotMadeOfIsNamed() {
        assertEquals(
                "db/nowhere.xml is not packaged",
                assertThrows(IllegalStateException.class, () -> PackagedChanges.of("db/nowhere.xml"))
                        .getMessage());
        assertEquals(
                "db/unknown.xml has <changeSet>, where only <include> is known",
                assertThrows(IllegalStateException.class, () -> PackagedChanges.of("db/unknown.xml"))
                        .getMessage());
    }

    private static void rename(String from, String to) throws SQLException {
        MySqlServer mysql = TestMySql.shared();
        try (Connection connection = DriverManager.getConnection(
                        mysql.jdbcUrl("service_kit_test"), mysql.adminUser(), mysql.adminPassword());
                var statement = connection.prepareStatement(
                        "UPDATE DATABASECHANGELOG SET AUTHOR = ?, ID = ? WHERE AUTHOR = ? AND ID = ?")) {
            String[] names = (to + ":x").split(":");
            String[] old = (from + ":x").split(":");
            statement.setString(1, names[0]);
            statement.setString(2, names[1]);
            statement.setString(3, old[0]);
            statement.setString(4, old[1]);
            assertEquals(1, statement.executeUpdate());
        }
    }
}
