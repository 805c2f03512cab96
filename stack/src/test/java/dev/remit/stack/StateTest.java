package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
    @TempDir
    Path state;

    @Test
    void belongsToOneStackAtATime() {
        long me = ProcessHandle.current().pid();
        assertEquals(Optional.empty(), StackLock.holder(state));
        try (StackLock held = StackLock.take(state)) {
            assertNotEquals(null, held);
            assertEquals(me, StackLock.holder(state).orElseThrow().pid());
            String message = assertThrows(StackException.class, () -> StackLock.take(state))
                    .getMessage();
            assertTrue(message.contains("process " + me), message);
            assertTrue(message.contains("make down"), message);
        }
        assertEquals(Optional.empty(), StackLock.holder(state));
    }

    @Test
    void tellsWhereAHealthyStackIsAndForgetsADeadOne() {
        RunningStack announced = new RunningStack(
                ProcessHandle.current().pid(), "http://localhost:8080", "http://localhost:8180/realms/remit");
        try (StackLock held = StackLock.take(state)) {
            assertNotEquals(null, held);
            assertEquals(Optional.empty(), RunningStack.of(state));
            announced.writeTo(state);
            assertEquals(Optional.of(announced), RunningStack.of(state));
        }
        assertEquals(Optional.empty(), RunningStack.of(state));
    }

    @Test
    void makesASecretUpOnceAndKeepsItFromOthers() throws IOException {
        Path file = state.resolve("secrets.properties");
        SecretFile secrets = new SecretFile(file);
        String secret = secrets.secret("tickets_app");
        assertTrue(secret.matches("[0-9a-f]{40}"), secret);
        assertEquals(secret, secrets.secret("tickets_app"));
        assertEquals(secret, new SecretFile(file).secret("tickets_app"));
        assertNotEquals(secret, secrets.secret("tickets_migrator"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void keepsWhatSomebodyElseMadeUpInThePlaceOfTheOneBefore() throws IOException {
        Path file = state.resolve("secrets.properties");
        SecretFile secrets = new SecretFile(file);
        assertEquals(Optional.empty(), secrets.find("psa-sync.client-id"));
        secrets.keep("psa-sync.client-id", "mc-1");
        secrets.keep("psa-sync.client-id", "mc-2");
        assertEquals(Optional.of("mc-2"), secrets.find("psa-sync.client-id"));
        assertEquals("mc-2", new SecretFile(file).secret("psa-sync.client-id"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void knowsAMachineClientByWhatTheApiHasShownOnce() throws IOException {
        SecretFile machines = new SecretFile(state.resolve("machines.properties"));
        Accounts accounts = new Accounts(new SecretFile(state.resolve("secrets.properties")), machines);
        ObjectMapper json = new ObjectMapper();
        assertThrows(StackException.class, () -> accounts.requireClient("psa-sync"));
        assertThrows(StackException.class, () -> accounts.keep("psa-sync", json.readTree("null")));
        accounts.keep("psa-sync", json.readTree("{\"clientId\":\"mc-1\",\"clientSecret\":\"s3cret\"}"));
        accounts.keep("psa-sync", json.readTree("null"));
        assertEquals(new Accounts.ClientLogin("mc-1", "s3cret"), accounts.requireClient("psa-sync"));
        assertEquals(Optional.empty(), accounts.client("desk"));
        assertEquals(
                "billing-service", accounts.requireClient("billing-service").clientId());
    }

    @Test
    void importsTheRealmAgainWhenAnythingInItChanges() {
        RealmFiles realm = RealmFiles.ofOneMachine();
        String usual = realm.fingerprint("26", Map.of("A", "1"), "admin");
        assertEquals(usual, realm.fingerprint("26", Map.of("A", "1"), "admin"));
        assertNotEquals(usual, realm.fingerprint("27", Map.of("A", "1"), "admin"));
        assertNotEquals(usual, realm.fingerprint("26", Map.of("A", "2"), "admin"));
        assertNotEquals(usual, realm.fingerprint("26", Map.of("A", "1"), "other"));
    }

    @Test
    void knowsAValueForEveryPlaceholderOfTheRealmThatHasNoDefault() throws IOException {
        SecretFile secrets = new SecretFile(state.resolve("secrets.properties"));
        Accounts accounts = new Accounts(secrets, secrets);
        for (Path file : RealmFiles.ofOneMachine().files()) {
            Matcher placeholder = Pattern.compile("\\$\\{(REMIT_[A-Z_]+)}").matcher(Files.readString(file));
            while (placeholder.find()) {
                assertTrue(
                        accounts.placeholders("http://localhost:8080").containsKey(placeholder.group(1)),
                        placeholder.group(1));
            }
        }
    }
}
