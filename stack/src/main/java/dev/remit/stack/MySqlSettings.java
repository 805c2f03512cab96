package dev.remit.stack;

import java.util.List;
import java.util.stream.Stream;

/** The server settings that Remit counts on, wherever its MySQL comes from. */
final class MySqlSettings {
    private static final List<String> ALWAYS = List.of(
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_0900_ai_ci",
            "--default-time-zone=+00:00",
            "--transaction-isolation=READ-COMMITTED",
            "--sql-require-primary-key=ON",
            "--sql-generate-invisible-primary-key=ON",
            "--innodb-lock-wait-timeout=2",
            "--max-connections=400",
            "--performance-schema=OFF",
            "--skip-name-resolve",
            "--disable-log-bin",
            "--mysqlx=OFF",
            "--secure-file-priv=NULL");
    private static final List<String> DURABLE =
            List.of("--innodb-flush-log-at-trx-commit=1", "--innodb-buffer-pool-size=256M");
    private static final List<String> DISPOSABLE = List.of(
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-doublewrite=OFF",
            "--innodb-buffer-pool-size=128M",
            "--innodb-redo-log-capacity=64M");

    private MySqlSettings() {}

    static List<String> of(MySqlOptions options) {
        return Stream.concat(ALWAYS.stream(), (options.durable() ? DURABLE : DISPOSABLE).stream())
                .toList();
    }

    /** Where a server outside a container listens: on one TCP port of the loopback address and nowhere else. */
    static List<String> onLoopback(int port) {
        return List.of("--bind-address=127.0.0.1", "--port=" + port, "--socket=", "--pid-file=mysqld.pid");
    }
}
