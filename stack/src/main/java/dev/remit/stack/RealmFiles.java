package dev.remit.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The realm as the project keeps it: one file for every environment, and who runs the suite on one machine. */
record RealmFiles(List<Path> files) {
    static RealmFiles ofOneMachine() {
        return new RealmFiles(List.of(realm(), people()));
    }

    /** Roles, clients and settings, for every environment. */
    static Path realm() {
        return Checkout.root().resolve("k8s/keycloak/remit-realm.json");
    }

    /** Who runs the suite on one machine. */
    static Path people() {
        return Checkout.root().resolve("k8s/keycloak/one-machine/remit-users-0.json");
    }

    /** What nobody may take as a password; the server looks for it by name in a folder of its home. */
    static Path commonPasswords() {
        return Checkout.root().resolve("k8s/keycloak/common-passwords.txt");
    }

    /** How its pages and mails look; the server looks for it by name in a folder of its home. */
    static Path themes() {
        return Checkout.root().resolve("k8s/keycloak/themes");
    }

    Path copyInto(Path folder) throws IOException {
        for (Path file : files) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        return folder;
    }

    /** @return the same digits for the same files, secrets and Keycloak, and others as soon as one of them changes */
    String fingerprint(String version, Map<String, String> secrets, String bootstrapSecret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            String rest = version + new TreeMap<>(secrets) + bootstrapSecret;
            digest.update(rest.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new StackException("Could not read the realm: " + e.getMessage(), e);
        }
    }
}
