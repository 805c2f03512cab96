package dev.remit.tickets.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrossTenantSqlTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/remit/tickets");

    @Test
    void everyStatementNamesTheTenant() throws IllegalAccessException {
        List<String> statements = new ArrayList<>();
        for (Field field : Stream.of(
                        CrossTenantSql.class, WakeUpSql.class, CatalogueVersionSql.class, SettlingLock.class)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .toList()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                statements.add((String) field.get(null));
            }
        }
        assertEquals(19, statements.size());
        assertTrue(statements.stream().allMatch(statement -> statement.contains("tenant_id")), statements.toString());
    }

    @Test
    void nativeStatementsLiveNowhereElse() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> users = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(CrossTenantSqlTest::speaksSql)
                    .map(file -> SOURCES.relativize(file).toString())
                    .sorted()
                    .toList();
            assertEquals(
                    List.of(
                            "sql/CatalogueVersionSql.java",
                            "sql/CrossTenantSql.java",
                            "sql/SettlingLock.java",
                            "sql/WakeUpSql.java"),
                    users);
        }
    }

    private static boolean speaksSql(Path file) {
        try {
            String source = Files.readString(file);
            return Stream.of("dev.remit.kit.sql.Sql;", "createNativeQuery", "java.sql.", "@SQL", "@Formula")
                    .anyMatch(source::contains);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
