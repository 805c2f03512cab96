package dev.remit.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.DemoAccess;
import dev.remit.stack.demo.RemitApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The overlay one-node on podman: its pods on one network, where they find each other by name. */
final class ContainerWorld implements AutoCloseable {
    static final List<String> SERVICES = List.of("contracts", "tickets", "billing");
    /** Every workload that serves, by name. */
    static final Map<String, String> SERVING = Map.of(
            "mysql", "StatefulSet",
            "keycloak", "Deployment",
            "contracts", "Deployment",
            "tickets", "Deployment",
            "billing", "Deployment",
            "gateway", "Deployment");

    /** The walk calls one after the other, so the gateway holds but a few connections to each service. */
    private static final int DEAD_CONNECTIONS = 10;

    /** What a JVM ends with after SIGTERM once everything is put away; whoever is killed ends with 137. */
    private static final String ENDED_AS_ASKED = "143";

    /** Where browsers would find it; none is used here. */
    private static final String GATEWAY = "http://gateway:8080";

    private static final String NETWORK = "remit-check";
    private static final String SANDBOXES = "0198c0de-0000-7000-8000-000000000001,0198c0de-0000-7000-8000-000000000002";
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path folder;
    private final Podman podman;
    private final PodmanPods pods;
    private final DemoAccess access;
    /** A pod that comes back has the address that it had, as a Service would. */
    private final Map<String, String> addresses = new HashMap<>();

    private final int gatewayPort;
    private final int keycloakPort;

    /**
     * @param house the checkout
     * @param folder for secrets and settings; gone afterwards
     */
    ContainerWorld(Path house, Path folder) {
        this.folder = folder;
        this.podman = new Podman(folder);
        this.access = new DemoAccess(folder.resolve("secrets.properties"));
        List<ObjectNode> objects = Manifests.render(house.resolve("k8s/overlays/one-node"));
        settleHere(objects, house);
        this.pods = new PodmanPods(objects, secrets(), folder.resolve("certificates"));
        this.gatewayPort = freePort();
        this.keycloakPort = freePort();
    }

    /** What differs here from a cluster: addresses, sandbox tenants, and the people of the demo. */
    private void settleHere(List<ObjectNode> objects, Path house) {
        settings(objects, "remit-addresses").put("REMIT_OIDC_ISSUER", "http://keycloak:8080/realms/remit");
        settings(objects, "remit-settings").put("REMIT_SANDBOX_TENANTS", SANDBOXES);
        ObjectNode keycloak = settings(objects, "keycloak-settings");
        keycloak.put("KC_HOSTNAME", "http://keycloak:8080").put("KC_LOG_CONSOLE_OUTPUT", "default");
        keycloak.remove("KC_PROXY_HEADERS");
        access.placeholders(GATEWAY).forEach(keycloak::put);
        ObjectNode pod =
                (ObjectNode) Manifests.find(objects, "Deployment", "keycloak").at("/spec/template/spec");
        pod.withArray("volumes")
                .addObject()
                .put("name", "people")
                .putObject("hostPath")
                .put(
                        "path",
                        house.resolve("k8s/keycloak/one-machine/remit-users-0.json")
                                .toString())
                .put("type", "File");
        ((ObjectNode) pod.at("/containers/0"))
                .withArray("volumeMounts")
                .addObject()
                .put("name", "people")
                .put("mountPath", "/opt/keycloak/data/import/remit-users-0.json")
                .put("readOnly", true);
    }

    private Map<String, Map<String, String>> secrets() {
        Map<String, Map<String, String>> secrets = new LinkedHashMap<>();
        secrets.put("mysql-root", Map.of("password", access.secret("mysql-root")));
        secrets.put("keycloak-admin", Map.of("user", "admin", "password", access.secret("keycloak-admin")));
        secrets.put("keycloak-bootstrap", Map.of("secret", access.secret("keycloak-bootstrap")));
        secrets.put("keycloak-database", Map.of("user", "keycloak", "password", access.secret("keycloak-database")));
        Map<String, String> placeholders = access.placeholders(GATEWAY);
        for (String service : SERVICES) {
            for (String user : List.of("migrator", "database")) {
                String name = service + "-" + user;
                secrets.put(name, Map.of("user", name.replace('-', '_'), "password", access.secret(name)));
            }
            String secret = placeholders.get("REMIT_" + service.toUpperCase(Locale.ROOT) + "_SERVICE_SECRET");
            secrets.put(service + "-client", Map.of("secret", secret));
        }
        secrets.put("gateway-client", Map.of("secret", placeholders.get("REMIT_GATEWAY_CLIENT_SECRET")));
        secrets.put(
                "machine-clients",
                Map.of(
                        "psa-sync", placeholders.get("REMIT_PSA_SYNC_SECRET"),
                        "finance-pull", placeholders.get("REMIT_FINANCE_PULL_SECRET"),
                        "integrator", placeholders.get("REMIT_INTEGRATOR_SECRET"),
                        "other-psa-sync", placeholders.get("REMIT_OTHER_PSA_SYNC_SECRET"),
                        "other-finance-pull", placeholders.get("REMIT_OTHER_FINANCE_PULL_SECRET")));
        return secrets;
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
        DemoAccess.makeCertificates(folder.resolve("certificates"));
        podman.run("network", "create", NETWORK);
    }

    RemitApi api() {
        // A killed pod takes its network along, so the gateway learns only by asking that a connection is dead.
        return new RemitApi(
                        URI.create("http://127.0.0.1:" + gatewayPort),
                        access.tokens("http://127.0.0.1:" + keycloakPort + "/realms/remit"))
                .readingAgain(DEAD_CONNECTIONS);
    }

    void start(String name) {
        play(name);
        awaitReady(name);
    }

    void play(String name) {
        Map<Integer, Integer> ports =
                switch (name) {
                    case "gateway" -> Map.of(8080, gatewayPort);
                    case "keycloak" -> Map.of(8080, keycloakPort);
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
            return path.isEmpty() ? isOpen(address, 3306) : isOk("http://" + address + path);
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
        SERVICES.forEach(name -> podman.attempt("pod", "rm", "--force", "--ignore", name + "-migration"));
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

    private static boolean isOpen(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1000);
            return true;
        } catch (IOException e) {
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

    private static ObjectNode settings(List<ObjectNode> objects, String name) {
        return (ObjectNode) Manifests.find(objects, "ConfigMap", name).path("data");
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
