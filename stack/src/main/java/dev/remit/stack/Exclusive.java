package dev.remit.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one at a time do something, of all threads and processes of this machine. */
final class Exclusive {
    /** A JVM may lock a file once. */
    private static final Map<Path, Lock> WITHIN_THIS_JVM = new ConcurrentHashMap<>();

    private Exclusive() {}

    /**
     * Waits for its turn, then takes the step.
     *
     * @param file that stands for the step; it is created and stays
     * @return what the step returns
     */
    static <T> T run(Path file, Supplier<T> step) {
        Lock alone = WITHIN_THIS_JVM.computeIfAbsent(file, any -> new ReentrantLock());
        alone.lock();
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock was lost");
                }
                return step.get();
            }
        } catch (IOException e) {
            throw new StackException("Could not lock " + file + ": " + e.getMessage(), e);
        } finally {
            alone.unlock();
        }
    }
}
