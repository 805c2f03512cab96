package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On one machine the people whom somebody has made are there after a restart. */
class KeptKeycloakTest {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void whoWasMadeIsThereAfterARestart(@TempDir Path folder) {
        IdentityProvider first = keycloak(folder);
        TemporaryPerson newcomer;
        try {
            first.start();
            newcomer = TemporaryPerson.arrive(first);
        } finally {
            first.stop();
        }
        IdentityProvider again = keycloak(folder);
        try {
            again.start();
            TemporaryPerson known = new TemporaryPerson(again, newcomer.name(), newcomer.id());
            assertEquals(newcomer.name(), known.record().path("username").asText());
        } finally {
            again.stop();
        }
        assertEquals(List.of(), told);
    }

    /** With the imported realm of the other tests, so that nothing is imported anew. */
    private IdentityProvider keycloak(Path folder) {
        Path ofTests = Checkout.state().resolve("keycloak-of-tests");
        return Exclusive.run(
                ofTests.resolve("secrets.lock"),
                () -> new IdentityProvider(
                        folder.resolve("keycloak"),
                        ofTests.resolve("imported"),
                        folder.resolve("keycloak.log"),
                        Ports.free(1).getFirst(),
                        true,
                        TestKeycloak.GATEWAY,
                        Map.of(),
                        new SecretFile(ofTests.resolve("secrets.properties")),
                        told::add));
    }
}
