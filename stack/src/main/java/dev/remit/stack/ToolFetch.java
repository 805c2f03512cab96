package dev.remit.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings tools into {@code .remit/tools} once, however many processes ask for them at the same time. */
final class ToolFetch {
    private ToolFetch() {}

    /**
     * Runs a fetch script unless its result is there already.
     *
     * @param script a file of the stack folder; its last argument is the target folder
     * @return the target folder, complete
     */
    static Path fetch(String script, Path target, String... arguments) {
        if (Files.exists(target)) {
            return target;
        }
        return Exclusive.run(target.resolveSibling(script + ".lock"), () -> {
            if (!Files.exists(target)) {
                run(script, target, arguments);
            }
            return target;
        });
    }

    private static void run(String script, Path target, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Checkout.script(script).toString()));
        command.addAll(List.of(arguments));
        command.add(target.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
        builder.environment().putAll(Map.of("LC_ALL", "C"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            StringBuilder said = new StringBuilder();
            try (var lines = process.inputReader()) {
                lines.lines().forEach(line -> {
                    System.err.println(line);
                    said.append(line).append('\n');
                });
            }
            if (endOf(process, target) != 0 || !Files.exists(target)) {
                throw new StackException(said.toString().strip());
            }
        } catch (IOException e) {
            throw new StackException("Could not fetch " + target + ": " + e.getMessage(), e);
        }
    }

    private static int endOf(Process process, Path target) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while fetching " + target, e);
        }
    }
}
