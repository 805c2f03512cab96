package dev.remit.kit.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.remit.kit.tenancy.Tenancy;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;

/** Holds a tenant's export against what the entities say that there is. */
public final class ExportCheck {
    private ExportCheck() {}

    /** That the export has each row of every entity, whatever else it has; gives its lines. Work may still be under way. */
    public static ExportedLines hasEveryEntity(UUID tenant, String path, EntityManager entities, Tenancy tenancy) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> compared(tenant, path, entities, tenancy), Compared::isAlike)
                .lines();
    }

    private record Compared(ExportedLines lines, Map<String, Long> stored, Map<String, Long> exported) {
        boolean isAlike() {
            return !stored.isEmpty() && stored.equals(exported);
        }
    }

    private static Compared compared(UUID tenant, String path, EntityManager entities, Tenancy tenancy) {
        ExportedLines lines = ExportedLines.of(given().auth()
                .oauth2(TestTokens.as("owner").tenant(tenant).token())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        Map<String, Long> stored = tenancy.callAs(tenant, () -> stored(entities));
        Map<String, Long> exported = new TreeMap<>(lines.counts());
        exported.keySet().retainAll(stored.keySet());
        return new Compared(lines, stored, exported);
    }

    private static Map<String, Long> stored(EntityManager entities) {
        Map<String, Long> stored = new TreeMap<>();
        entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .forEachEntityDescriptor(entity -> {
                    long rows = entities.createQuery(
                                    "SELECT COUNT(e) FROM " + entity.getEntityName() + " e", Long.class)
                            .getSingleResult();
                    if (rows > 0) {
                        stored.put(
                                ((AbstractEntityPersister) entity)
                                        .getTableName()
                                        .replace('_', '-'),
                                rows);
                    }
                });
        return stored;
    }
}
