package dev.remit.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders that belong to this JVM alone, under one name for all of that purpose. */
final class JvmFolder {
    private JvmFolder() {}

    /** @return this JVM's folder of that purpose; what JVMs that have ended left behind is deleted */
    static Path of(String purpose) {
        Path all = Checkout.state().resolve(purpose);
        deleteWhatDeadProcessesLeft(all);
        return all.resolve(Long.toString(ProcessHandle.current().pid()));
    }

    private static void deleteWhatDeadProcessesLeft(Path all) {
        if (!Files.exists(all)) {
            return;
        }
        try (Stream<Path> folders = Files.list(all)) {
            folders.filter(JvmFolder::isLeftBehind).forEach(Folders::delete);
        } catch (IOException e) {
            throw new StackException("Could not read " + all, e);
        }
    }

    private static boolean isLeftBehind(Path folder) {
        long pid = Long.parseLong(folder.getFileName().toString());
        return ProcessHandle.of(pid)
                .filter(process -> !process.equals(ProcessHandle.current()))
                .isEmpty();
    }
}
