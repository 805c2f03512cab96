package dev.remit.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A private MySQL's process, which can be ended in either way and started again on the same port and data. Once it has
 * answered, it is started again whenever it ends by itself.
 */
final class MySqlProcess {
    static final Duration STOP_GRACE = Duration.ofSeconds(20);

    private final MySqlOptions options;
    private final List<String> killCommand;
    private final Duration startLimit;
    private final Supervised process;

    /** @param killCommand what ends the server at once where it is no child of the command; empty where it is one */
    MySqlProcess(
            MySqlOptions options,
            List<String> command,
            Map<String, String> environment,
            List<String> killCommand,
            Duration startLimit) {
        this.options = options;
        this.killCommand = List.copyOf(killCommand);
        this.startLimit = startLimit;
        List<String> words = List.copyOf(command);
        Map<String, String> settings = Map.copyOf(environment);
        this.process = new Supervised(
                "MySQL",
                () -> LeashedProcess.start("MySQL", words, settings, options.log(), STOP_GRACE),
                options.progress());
    }

    /**
     * Starts it unless it runs.
     *
     * @param answers whether the server can be talked to
     */
    void start(BooleanSupplier answers) {
        process.start("MySQL answers on port " + options.port(), startLimit, answers);
    }

    void stop() {
        process.stop();
    }

    void kill() {
        process.leaveAlone();
        if (!killCommand.isEmpty()) {
            LeashedProcess.start("docker kill", killCommand, Map.of(), options.log(), STOP_GRACE)
                    .await(STOP_GRACE);
        }
        process.kill();
    }
}
