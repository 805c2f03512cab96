package dev.remit.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this working copy of Remit lies, and the folders in it that hold state and fetched tools. */
final class Checkout {
    private static final Path ROOT = find(Path.of("").toAbsolutePath());

    private Checkout() {}

    static Path root() {
        return ROOT;
    }

    /** The folder of everything that {@code make reset} drops and no commit holds. */
    static Path state() {
        return ROOT.resolve(".remit");
    }

    static Path tool(String name) {
        return state().resolve("tools").resolve(name);
    }

    static Path script(String name) {
        return ROOT.resolve("stack").resolve(name);
    }

    private static Path find(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("stack/leash")) && Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new StackException("Run this inside a working copy of Remit: " + start + " is not in one");
    }
}
