package dev.remit.stack;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How a private MySQL is to run.
 *
 * @param folder keeps its data and its administrator's password; used by one server at a time
 * @param log file for what the server says
 * @param port to listen on, or 0 for any free one
 * @param durable whether a commit survives a power cut; tests trade that for speed
 * @param progress receives a line each time that it ended by itself and is started again
 */
public record MySqlOptions(Path folder, Path log, int port, boolean durable, Consumer<String> progress) {
    public MySqlOptions {
        folder = folder.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
        }
    }

    /** A server on a free port whose data nobody will miss; its log lies beside the data. */
    public static MySqlOptions disposable(Path folder) {
        return new MySqlOptions(folder, folder.resolve("mysql.log"), 0, false, System.err::println);
    }

    MySqlOptions onPort(int chosen) {
        return new MySqlOptions(folder, log, chosen, durable, progress);
    }
}
