package dev.remit.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One service in Quarkus' dev mode beside a running stack. Whoever develops it leaves the number of their process in a file
 * of the stack's state folder; the stack stops its own service, answers with a file of the environment that it ran with,
 * and starts it again once the developer's process or its file is gone.
 */
final class DevMode {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration START_LIMIT = Duration.ofSeconds(150);
    private static final Duration END_GRACE = Duration.ofSeconds(15);
    private static final long LOOK_MILLIS = 300;

    /** A part of a running stack that can step aside. */
    interface Part {
        /** Returns once it is ready to serve. */
        void start();

        /** Returns once it is gone. */
        void stop();

        /** Its settings, secrets among them. */
        Map<String, String> environment();
    }

    private final Path state;
    private final String service;
    private final Path developer;
    private final Path environment;
    private Process developed;
    private boolean left;

    /**
     * @param state the running stack's folder
     * @param service {@code contracts}, {@code tickets}, {@code billing}, {@code notifications} or {@code gateway}
     */
    DevMode(Path state, String service) {
        this.state = state;
        this.service = service;
        this.developer = state.resolve("dev").resolve(service + ".pid");
        this.environment = state.resolve("dev").resolve(service + ".properties");
    }

    /** Runs it in dev mode until that ends, and returns once the stack's own is back. @return the exit code */
    int run() {
        return run(List.of(
                Checkout.root().resolve("mvnw").toString(),
                "-q",
                "-pl",
                ServiceSettings.module(service),
                "-am",
                // Error Prone would have to run inside the service that is developed.
                "-Derror-prone=-XDerror-prone=off",
                // Its question would keep the one thread that two processors leave to resolve the workspace.
                "-Dquarkus.analytics.disabled=true",
                "test-compile",
                "quarkus:dev"));
    }

    /**
     * However this JVM is told to end, what the command has started ends first: it holds the ports that the stack's own needs.
     *
     * @param command runs the service with the settings of the stack's own in its environment
     */
    int run(List<String> command) {
        take();
        Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "give " + service + " back"));
        Waiting.until("the stack has stopped " + service, STOP_LIMIT, () -> Files.exists(environment));
        try {
            return start(command).waitFor();
        } catch (IOException e) {
            throw new StackException("Could not run " + command + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private synchronized Process start(List<String> command) throws IOException {
        if (left) {
            throw new StackException(service + " has been given back meanwhile");
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Checkout.root().toFile()).inheritIO();
        builder.environment().putAll(settings());
        developed = builder.start();
        return developed;
    }

    private synchronized void leave() {
        left = true;
        if (developed != null) {
            ProcessTree.end(developed.toHandle(), END_GRACE);
        }
        giveBack();
    }

    /** Asks the stack for the place of its own. */
    void take() {
        if (isDeveloped()) {
            throw new StackException(service + " runs in dev mode already");
        }
        try {
            Files.createDirectories(
                    developer.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(environment);
            Files.writeString(developer, Long.toString(ProcessHandle.current().pid()), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new StackException("Could not write " + developer, e);
        }
    }

    private void giveBack() {
        delete(developer);
        if (RunningStack.of(state).isPresent()) {
            Waiting.until("the stack runs " + service + " again", START_LIMIT, () -> !Files.exists(environment));
            System.out.println(service + " of the stack is back");
        }
    }

    /** What the stack's own ran with, once it is stopped. */
    Map<String, String> settings() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(environment)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StackException("Could not read " + environment, e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    /** Keeps the services of a stack out of their developers' way; returns when it is interrupted. */
    static void followDevelopers(Function<String, Part> parts, Path state) {
        List<DevMode> services = ServiceSettings.NAMES.stream()
                .map(name -> new DevMode(state, name))
                .toList();
        services.forEach(service -> delete(service.environment));
        try {
            while (true) {
                services.forEach(service -> service.follow(parts.apply(service.service)));
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the stack's own where somebody has begun to develop it, starts it where they have ended, else does nothing. */
    void follow(Part own) {
        boolean stepsAside = Files.exists(environment);
        if (isDeveloped() == stepsAside) {
            return;
        }
        if (stepsAside) {
            try {
                own.start();
                System.out.println(service + " is started again");
            } catch (StackException e) {
                System.err.println(e.getMessage());
            }
            delete(developer);
            delete(environment);
        } else {
            System.out.println(service + " is stopped: it runs in dev mode");
            own.stop();
            write(own.environment());
        }
    }

    private boolean isDeveloped() {
        try {
            return Files.exists(developer)
                    && ProcessHandle.of(
                                    Long.parseLong(Files.readString(developer).strip()))
                            .isPresent();
        } catch (IOException | NumberFormatException halfWritten) {
            return false;
        }
    }

    private void write(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        Path whole = environment.resolveSibling(service + ".new");
        try (Writer writer = Files.newBufferedWriter(whole)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new StackException("Could not write " + whole, e);
        }
        try {
            Files.move(whole, environment);
        } catch (IOException e) {
            throw new StackException("Could not write " + environment, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackException("Could not delete " + file, e);
        }
    }
}
