package dev.remit.stack;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How to run the whole of Remit.
 *
 * @param state folder for data, logs and secrets; used by one stack at a time
 * @param ports where each part listens
 * @param keepsData whether commits survive a power cut and data the next start; otherwise every start begins empty
 * @param progress receives a line for each step
 */
public record StackOptions(Path state, StackPorts ports, boolean keepsData, Consumer<String> progress) {
    public StackOptions {
        state = state.toAbsolutePath().normalize();
    }

    /** What {@code make run} starts: this checkout's state, the documented ports, durable data. */
    static StackOptions ofThisCheckout(Consumer<String> progress) {
        return new StackOptions(Checkout.state(), StackPorts.fromEnvironment(System.getenv()), true, progress);
    }

    /**
     * For journeys and benchmarks: ports that nobody uses, and empty schemas. Keep the folder from one run to the next, as
     * the imported realm in it makes the start faster.
     */
    public static StackOptions onFreePorts(Path state) {
        return new StackOptions(state, StackPorts.free(), false, System.err::println);
    }

    Path log(String part) {
        return state.resolve("logs").resolve(part + ".log");
    }
}
