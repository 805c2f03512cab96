package dev.remit.contracts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.ExportCheck;
import dev.remit.kit.testing.ExportedLines;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportTest extends ContractsTest {
    @Inject
    EntityManager entities;

    @Inject
    Tenancy tenancy;

    @Test
    void whatOthersReferToComesFirst() {
        UUID tenant = TestTenants.fresh();
        new LawFirm(tenant).inCatalogue().active();

        ExportedLines lines = ExportCheck.hasEveryEntity(tenant, API + "/export", entities, tenancy);

        List<Integer> places = List.of("client", "agreement", "agreement-version", "signature").stream()
                .map(kind -> place(lines, kind))
                .toList();
        assertTrue(places.stream().sorted().toList().equals(places), () -> "at " + places);
    }

    private static int place(ExportedLines lines, String kind) {
        for (int i = 0; i < lines.all().size(); i++) {
            if (lines.all().get(i).startsWith("{\"kind\":\"" + kind + "\"")) {
                return i;
            }
        }
        throw new AssertionError("no " + kind);
    }
}
