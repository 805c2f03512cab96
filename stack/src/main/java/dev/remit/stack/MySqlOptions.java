package dev.remit.stack;

import java.nio.file.Path;

/**
 * How a private MySQL is to run.
 *
 * @param folder keeps its data, log and administrator's password; used by one server at a time
 * @param port to listen on, or 0 for any free one
 * @param durable whether a commit survives a power cut; tests trade that for speed
 */
public record MySqlOptions(Path folder, int port, boolean durable) {
    public MySqlOptions {
        folder = folder.toAbsolutePath().normalize();
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
        }
    }

    public static MySqlOptions durable(Path folder, int port) {
        return new MySqlOptions(folder, port, true);
    }

    /** A server on a free port whose data nobody will miss. */
    public static MySqlOptions disposable(Path folder) {
        return new MySqlOptions(folder, 0, false);
    }
}
