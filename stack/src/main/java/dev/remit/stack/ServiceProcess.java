package dev.remit.stack;

import dev.remit.stack.StackOptions.Code;
import dev.remit.stack.StackPorts.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One of Remit's own processes: a service or the gateway, as packaged by the build. */
public final class ServiceProcess implements DevMode.Part {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_GRACE = Duration.ofSeconds(25);
    private static final int HEAP_MEGABYTES = 256;

    /**
     * Collections of the old generation stop a service for 150 ms. These options keep what a request holds out of it, and let
     * the loading of classes cause none. The images have the same.
     */
    static final List<String> SHORT_PAUSES =
            List.of("-XX:SurvivorRatio=4", "-XX:TargetSurvivorRatio=90", "-XX:MetaspaceSize=160m");

    /**
     * Their heap and compiled code lie in pages of 2 MiB where the kernel lends them: looking up a small page costs a virtual machine
     * a quarter of the gateway's time. The images have the same.
     */
    static final List<String> LARGE_PAGES = List.of("-XX:+UseTransparentHugePages");

    /**
     * Simulations take what is left of a processor, background loops a third of what requests get, and the compiler a
     * tenth. The images have the same.
     */
    static final List<String> PRIORITIES = List.of(
            "-XX:ThreadPriorityPolicy=1",
            "-XX:JavaPriority1_To_OSPriority=19",
            "-XX:JavaPriority3_To_OSPriority=5",
            "-XX:CompilerThreadPriority=10");

    private final String name;
    private final Path jar;
    private final Listener listener;
    private final Map<String, String> environment;
    private final Path log;
    private final Optional<Path> archive;
    private final Code code;
    private final Supervised process;

    /**
     * @param module folder of the module in this checkout
     * @param environment its settings, where it listens among them
     * @param archive where the JVM keeps what one start loads for the next ones, if it is to do so
     * @param code how far it is compiled
     * @param progress receives a line each time that it ended by itself and is started again
     */
    ServiceProcess(
            String name,
            String module,
            Listener listener,
            Map<String, String> environment,
            Path log,
            Optional<Path> archive,
            Code code,
            Consumer<String> progress) {
        this.name = name;
        this.jar = jar(module);
        this.listener = listener;
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.archive = archive;
        this.code = code;
        this.process = new Supervised(name, this::launch, progress);
    }

    public String name() {
        return name;
    }

    /** Its own address, past the gateway. */
    public String url() {
        return "http://127.0.0.1:" + listener.api();
    }

    /** Where its health and metrics are. */
    public String managementUrl() {
        return "http://127.0.0.1:" + listener.management();
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    /** @throws StackException naming the modules whose package is not there */
    static void requireBuilt(List<String> modules) {
        List<String> missing =
                modules.stream().filter(module -> !Files.exists(jar(module))).toList();
        if (!missing.isEmpty()) {
            throw new StackException(
                    "Not built yet: " + String.join(", ", missing) + "; run ./mvnw package -DskipTests");
        }
    }

    /** Starts it unless it runs, returns once it is ready to serve, and starts it again whenever it ends by itself. */
    @Override
    public void start() {
        process.start(name + " is ready", START_LIMIT, () -> Http.isOk(managementUrl() + "/q/health/ready"));
    }

    private LeashedProcess launch() {
        List<String> command =
                new ArrayList<>(code == Code.OPTIMISED ? Jvm.optimising(HEAP_MEGABYTES) : Jvm.command(HEAP_MEGABYTES));
        archive.ifPresent(file -> command.addAll(
                List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file, "-Xlog:cds=off")));
        command.addAll(SHORT_PAUSES);
        command.addAll(LARGE_PAGES);
        command.addAll(PRIORITIES);
        command.addAll(List.of("-jar", jar.toString()));
        return LeashedProcess.start(name, command, environment, log, STOP_GRACE);
    }

    /** Lets it finish what it is doing; returns when it is gone. */
    @Override
    public void stop() {
        process.stop();
    }

    /** Ends it in the middle of whatever it is doing, and leaves it so. */
    public void kill() {
        process.kill();
    }

    public boolean isRunning() {
        return process.isRunning();
    }

    private static Path jar(String module) {
        return Checkout.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
