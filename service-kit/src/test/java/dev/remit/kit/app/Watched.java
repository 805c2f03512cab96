package dev.remit.kit.app;

import java.util.UUID;

/** What the watcher saw, for tests in other packages. */
public final class Watched {
    private Watched() {}

    public static int times(UUID gadget) {
        return GadgetWatcher.SEEN.getOrDefault(gadget, 0);
    }
}
