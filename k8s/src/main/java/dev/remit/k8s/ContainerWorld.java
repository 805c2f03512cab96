package dev.remit.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.demo.RemitApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The overlay one-node on podman: its pods on one network, where they find each other by name. */
final class ContainerWorld implements AutoCloseable {
    /** Every workload that serves, by name. */
    static final Map<String, String> SERVING = Map.of(
            "mysql", "StatefulSet",
            "keycloak", "Deployment",
            "contracts", "Deployment",
            "tickets", "Deployment",
            "billing", "Deployment",
            "notifications", "Deployment",
            "gateway", "Deployment");

    /** The walk calls one after the other, so the gateway holds but a few connections to each service. */
    private static final int DEAD_CONNECTIONS = 10;

    /** What a JVM ends with after SIGTERM once everything is put away; whoever is killed ends with 137. */
    private static final String ENDED_AS_ASKED = "143";

    private static final String NETWORK = "remit-check";
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path folder;
    private final Podman podman;
    private final PodmanPods pods;
    private final LocalInstallation installation;
    /** A pod that comes back has the address that it had, as a Service would. */
    private final Map<String, String> addresses = new HashMap<>();

    private final int gatewayPort;
    private final int keycloakPort;
    private HttpClient http;

    /**
     * @param house the checkout
     * @param folder for secrets and settings; gone afterwards
     */
    ContainerWorld(Path house, Path folder) {
        this.folder = folder;
        this.podman = new Podman(folder);
        this.installation = new LocalInstallation(folder);
        this.pods = new PodmanPods(installation.objects(house), installation.secrets(), installation.certificates());
        this.gatewayPort = freePort();
        this.keycloakPort = freePort();
    }

    /** Refuses where pods of these names belong to somebody else. */
    void begin() {
        List<String> taken = podman.run("pod", "ps", "--format", "{{.Name}}")
                .lines()
                .filter(name -> SERVING.containsKey(name) || name.endsWith("-migration"))
                .toList();
        if (!taken.isEmpty()) {
            throw new CheckFailed("pods of these names are there already: " + taken);
        }
        installation.certify();
        // Not before: it asks once whom to believe.
        http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        podman.run("network", "create", NETWORK);
    }

    RemitApi api() {
        // A killed pod takes its network along, so the gateway learns only by asking that a connection is dead.
        return installation.api("http://127.0.0.1:" + gatewayPort, keycloak()).readingAgain(DEAD_CONNECTIONS);
    }

    void start(String name) {
        play(name);
        awaitReady(name);
    }

    void play(String name) {
        Map<Integer, Integer> ports =
                switch (name) {
                    case "gateway" -> Map.of(TlsCheck.CLEAR_PORT, gatewayPort);
                    case "keycloak" -> Map.of(TlsCheck.TLS_PORT, keycloakPort);
                    default -> Map.of();
                };
        podman.play(pods.pod(SERVING.get(name), name, ports), NETWORK, addresses.get(name));
        addresses.putIfAbsent(name, address(name));
    }

    void awaitReady(String name) {
        String path = pods.readyPath(SERVING.get(name), name);
        String address = address(name);
        await(name + " is ready", () -> {
            requireRunning(name);
            return path.isEmpty() ? TlsCheck.isOpen(address, 3306) : isOk("http://" + address + path);
        });
    }

    /** Plays a Job's pod and waits for its end. */
    void complete(String job) {
        complete(pods.pod("Job", job, Map.of()), job, job.substring(job.lastIndexOf('-') + 1));
    }

    /** Does only what a Job does before its own work. */
    void prepare(String job) {
        complete(pods.preparation(job), job, "database");
    }

    private void complete(ObjectNode pod, String job, String container) {
        podman.play(pod, NETWORK, null);
        String code = podman.run("wait", job + "-" + container);
        if (!code.equals("0")) {
            throw new CheckFailed(job + " ended with " + code + ":\n" + tail(podman.logs(job + "-" + container)));
        }
        podman.run("pod", "rm", "--force", job);
    }

    /** Plays a pod that is expected to give up, and returns what it said. */
    String giveUp(String name) {
        play(name);
        String code = podman.run("wait", name + "-" + name);
        String said = podman.logs(name + "-" + name);
        podman.run("pod", "rm", "--force", name);
        if (code.equals("0")) {
            throw new CheckFailed(name + " ended as if all were well");
        }
        return said;
    }

    /** Ends a pod as a power cut would. */
    void kill(String name) {
        podman.run("pod", "kill", name);
        podman.run("pod", "rm", "--force", name);
    }

    /** Asks a pod to end as Kubernetes does, and gives how long it took of the time that its manifest grants. */
    Duration stop(String name) {
        long begin = System.nanoTime();
        // Not the pod: its network would go first, which Kubernetes takes away last.
        podman.run("stop", "--time", pods.graceSeconds(SERVING.get(name), name), name + "-" + name);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        String code = podman.run("wait", name + "-" + name);
        String said = logs(name);
        if (!code.equals(ENDED_AS_ASKED) || said.contains("Timed out waiting for graceful shutdown")) {
            throw new CheckFailed(name + " was cut off and ended with " + code + ":\n" + tail(said));
        }
        podman.run("pod", "rm", "--force", name);
        return took;
    }

    /** Fails where a part lets itself be called without TLS, or shows another's certificate. */
    void requireTlsAlone() {
        if (TlsCheck.mySqlLetsInUnencrypted(address("mysql"), installation.secret("mysql-root"))) {
            throw new CheckFailed("MySQL lets itself be called without TLS");
        }
        for (String name : List.of("keycloak", "contracts", "tickets", "billing", "notifications")) {
            if (TlsCheck.isOpen(address(name), TlsCheck.CLEAR_PORT)) {
                throw new CheckFailed(name + " lets itself be called without TLS");
            }
            TlsCheck.requireOwnCertificate(name, address(name));
        }
    }

    /** The status with which Keycloak's master realm answers who asks for a token of it. */
    int askMasterForToken(String form) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloak() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new CheckFailed("Keycloak does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailed("interrupted", e);
        }
    }

    String secret(String name) {
        return installation.secret(name);
    }

    private String keycloak() {
        return "https://keycloak:" + keycloakPort;
    }

    String logs(String name) {
        return podman.logs(name + "-" + name);
    }

    /** Memory in use by a pod's container, as the control group counts it. */
    String memory(String name) {
        return podman.attempt("stats", "--no-stream", "--format", "{{.MemUsage}}", name + "-" + name);
    }

    String imageSize(String name) {
        String image = podman.run("inspect", "--format", "{{.ImageName}}", name + "-" + name);
        return podman.run("image", "inspect", "--format", "{{.Size}}", image);
    }

    /** Removes whatever was made here, as far as it is there. */
    @Override
    public void close() {
        SERVING.keySet().forEach(name -> podman.attempt("pod", "rm", "--force", "--ignore", name));
        LocalInstallation.SERVICES.forEach(
                name -> podman.attempt("pod", "rm", "--force", "--ignore", name + "-migration"));
        podman.attempt("pod", "rm", "--force", "--ignore", "keycloak-administrator");
        podman.attempt("volume", "rm", "--force", PodmanPods.volumeName("mysql", "data"));
        podman.attempt("network", "rm", "--force", NETWORK);
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireRunning(String name) {
        String container = name + "-" + name;
        String state = podman.run("inspect", "--format", "{{.State.Status}}", container);
        if (state.equals("exited") || state.equals("stopped")) {
            throw new CheckFailed(name + " does not run:\n" + tail(podman.logs(container)));
        }
    }

    private String address(String name) {
        String infra = podman.run("pod", "inspect", "--format", "{{.InfraContainerID}}", name);
        return podman.run("inspect", "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", infra);
    }

    private boolean isOk(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(String what, BooleanSupplier ready) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new CheckFailed("waited in vain for " + PATIENCE.toMinutes() + " minutes until " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private static String tail(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CheckFailed("no free port", e);
        }
    }
}
