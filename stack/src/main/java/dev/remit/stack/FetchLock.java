package dev.remit.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Brings tools into {@code .remit/tools} once, however many processes ask for them at the same time. */
final class FetchLock {
    /** By script: a JVM may lock a file once. */
    private static final Map<String, Lock> WITHIN_THIS_JVM = new ConcurrentHashMap<>();

    private FetchLock() {}

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
        Path tools = Objects.requireNonNull(target.getParent());
        Lock alone = WITHIN_THIS_JVM.computeIfAbsent(script, name -> new ReentrantLock());
        alone.lock();
        try {
            Files.createDirectories(tools);
            try (FileChannel channel = FileChannel.open(
                            tools.resolve(script + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(target)) {
                    run(script, target, arguments);
                }
            }
        } catch (IOException e) {
            throw new StackException("Could not fetch " + target + ": " + e.getMessage(), e);
        } finally {
            alone.unlock();
        }
        return target;
    }

    private static void run(String script, Path target, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Checkout.script(script).toString()));
        command.addAll(List.of(arguments));
        command.add(target.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
        builder.environment().putAll(Map.of("LC_ALL", "C"));
        Process process = builder.start();
        process.getOutputStream().close();
        StringBuilder said = new StringBuilder();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                System.err.println(line);
                said.append(line).append('\n');
            });
        }
        try {
            if (process.waitFor() != 0 || !Files.exists(target)) {
                throw new StackException(said.toString().strip());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while fetching " + target, e);
        }
    }
}
