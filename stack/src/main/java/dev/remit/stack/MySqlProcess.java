package dev.remit.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A private MySQL's process, which can be ended in either way and started again on the same port and data. */
final class MySqlProcess {
    static final Duration STOP_GRACE = Duration.ofSeconds(20);

    private final MySqlOptions options;
    private final List<String> command;
    private final Map<String, String> environment;
    private final List<String> killCommand;
    private final Duration startLimit;
    private LeashedProcess process;

    /** @param killCommand what ends the server at once where it is no child of the command; empty where it is one */
    MySqlProcess(
            MySqlOptions options,
            List<String> command,
            Map<String, String> environment,
            List<String> killCommand,
            Duration startLimit) {
        this.options = options;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.killCommand = List.copyOf(killCommand);
        this.startLimit = startLimit;
    }

    /**
     * Starts it unless it runs.
     *
     * @param answers whether the server can be talked to
     */
    synchronized void start(BooleanSupplier answers) {
        if (process == null || !process.isAlive()) {
            process = LeashedProcess.start("MySQL", command, environment, options.log(), STOP_GRACE);
        }
        LeashedProcess started = process;
        try {
            Waiting.until("MySQL answers on port " + options.port(), startLimit, () -> {
                started.requireAlive();
                return answers.getAsBoolean();
            });
        } catch (StackException e) {
            started.stop();
            throw e;
        }
    }

    synchronized void stop() {
        if (process != null) {
            process.stop();
        }
    }

    synchronized void kill() {
        if (process != null) {
            if (!killCommand.isEmpty()) {
                LeashedProcess.start("docker kill", killCommand, Map.of(), options.log(), STOP_GRACE)
                        .await(STOP_GRACE);
            }
            process.kill();
        }
    }
}
