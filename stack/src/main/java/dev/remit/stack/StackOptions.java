package dev.remit.stack;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to run the whole of Remit.
 *
 * @param state folder for data, logs and secrets; used by one stack at a time
 * @param ports where each part listens
 * @param data what becomes of what is written
 * @param code how far the services' code is compiled
 * @param collector the OpenTelemetry collector that gets the spans; empty where the environment says it, if anybody does
 * @param progress receives a line for each step
 */
public record StackOptions(
        Path state, StackPorts ports, Data data, Code code, Optional<String> collector, Consumer<String> progress) {
    /** What becomes of what is written. */
    public enum Data {
        /** Commits survive a power cut, and data the next start. */
        KEPT,
        /** Commits survive a power cut; every start begins empty. */
        DURABLE,
        /** Commits survive the end of a process, for speed no more; every start begins empty. */
        DISPOSABLE
    }

    /** How far the services' code is compiled; the gateway's is always as far as in the images. */
    public enum Code {
        /** Soon and lightly, for a quick start and little memory. */
        LIGHT,
        /** As far as in the images, for measuring what a cluster does. */
        OPTIMISED
    }

    public StackOptions {
        state = state.toAbsolutePath().normalize();
    }

    /** What {@code make run} starts: this checkout's state, the documented ports, durable data. */
    static StackOptions ofThisCheckout(Consumer<String> progress) {
        return new StackOptions(
                Checkout.state(),
                StackPorts.fromEnvironment(System.getenv()),
                Data.KEPT,
                Code.LIGHT,
                Optional.empty(),
                progress);
    }

    /** For journeys: ports that nobody uses, empty schemas, and the Keycloak that all journeys of this JVM share. */
    public static StackOptions onFreePorts(Path state) {
        return new StackOptions(
                state, StackPorts.free(), Data.DISPOSABLE, Code.LIGHT, Optional.empty(), System.err::println);
    }

    /** As {@link #onFreePorts}, with two replicas of each service; see {@link Stack#second}. */
    public static StackOptions ofTwoReplicas(Path state) {
        return new StackOptions(
                state,
                StackPorts.freeForTwoReplicas(),
                Data.DISPOSABLE,
                Code.LIGHT,
                Optional.empty(),
                System.err::println);
    }

    /** The same with commits that survive a power cut. */
    public StackOptions durable() {
        return new StackOptions(state, ports, Data.DURABLE, code, collector, progress);
    }

    /** The same with services that are compiled as in the images. */
    public StackOptions optimised() {
        return new StackOptions(state, ports, data, Code.OPTIMISED, collector, progress);
    }

    /** The same with the spans of gateway and services sent to a collector. */
    public StackOptions tracedBy(String address) {
        return new StackOptions(state, ports, data, code, Optional.of(address), progress);
    }

    boolean keepsData() {
        return data == Data.KEPT;
    }

    /** Journeys start the same services again and again; one stack alone would only wait for the archive at its end. */
    Optional<Path> archive(String module) {
        return keepsData() ? Optional.empty() : Optional.of(state.resolveSibling(module + ".jsa"));
    }

    Path log(String part) {
        return state.resolve("logs").resolve(part + ".log");
    }
}
