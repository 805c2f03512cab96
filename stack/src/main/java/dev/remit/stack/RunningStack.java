package dev.remit.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a healthy stack can be reached, left in its state folder for the other commands.
 *
 * @param pid of the process that started it
 */
record RunningStack(long pid, String gatewayUrl, String issuer) {
    void writeTo(Path state) {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("gateway", gatewayUrl);
        properties.setProperty("issuer", issuer);
        try (Writer writer = Files.newBufferedWriter(file(state))) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new StackException("Could not write " + file(state), e);
        }
    }

    static void forget(Path state) {
        try {
            Files.deleteIfExists(file(state));
        } catch (IOException e) {
            throw new StackException("Could not delete " + file(state), e);
        }
    }

    /** @return absent when none is healthy */
    static Optional<RunningStack> of(Path state) {
        Optional<ProcessHandle> holder = StackLock.holder(state);
        if (holder.isEmpty() || !Files.exists(file(state))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(state))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StackException("Could not read " + file(state), e);
        }
        RunningStack found = new RunningStack(
                Long.parseLong(properties.getProperty("pid", "0")),
                properties.getProperty("gateway"),
                properties.getProperty("issuer"));
        return found.pid() == holder.get().pid() ? Optional.of(found) : Optional.empty();
    }

    private static Path file(Path state) {
        return state.resolve("running.properties");
    }
}
