package dev.remit.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/** Passwords of this machine, most of them made up here, once. They are kept in a file that only its owner can read. */
final class SecretFile {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties secrets = new Properties();

    SecretFile(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            } catch (IOException e) {
                throw new StackException("Could not read " + file, e);
            }
        }
    }

    /** @return the secret of that name, 40 lower-case hexadecimal digits, made up if there is none yet */
    synchronized String secret(String name) {
        String known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        String made = HexFormat.of().formatHex(bytes);
        keep(name, made);
        return made;
    }

    /** The secret of that name, if there is one. */
    synchronized Optional<String> find(String name) {
        return Optional.ofNullable(secrets.getProperty(name));
    }

    /**
     * Keeps a secret that somebody else made up, in the place of the one before.
     *
     * @param secret letters, digits, dots, underlines and hyphens
     */
    synchronized void keep(String name, String secret) {
        if (!secret.equals(secrets.setProperty(name, secret))) {
            append(name + "=" + secret + "\n");
        }
    }

    private void append(String line) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new StackException("Could not write " + file, e);
        }
    }
}
