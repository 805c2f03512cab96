package dev.remit.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.stack.demo.DemoWorld;
import dev.remit.stack.demo.OfficeMove;
import dev.remit.stack.demo.RemitApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets the law firm move its office through the overlay one-node on podman. Each pod is taken away once in the middle and
 * brought back, and nothing may be lost: same deadlines, same cents. Whatever it makes is gone afterwards.
 */
public final class ContainerCheck {
    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PERSONAL = List.of("eleanor", "whitfield", "beacon-it.example", "dana.ruiz");

    private final ContainerWorld world;
    private final long begin = System.nanoTime();
    private final List<String> firstStarts = new ArrayList<>();
    private String tenant;

    private ContainerCheck(ContainerWorld world) {
        this.world = world;
    }

    /** @param arguments the checkout */
    public static void main(String[] arguments) {
        Path house = Path.of(arguments.length == 0 ? "" : arguments[0])
                .toAbsolutePath()
                .normalize();
        Path folder = house.resolve(".remit/k8s-check");
        // Before anything looks up a name: the JVM reads this once.
        System.setProperty(
                "jdk.net.hosts.file", LocalInstallation.hostsFile(folder).toString());
        ContainerWorld world = new ContainerWorld(house, folder);
        Thread cleaner = new Thread(world::close, "clean up");
        try {
            world.begin();
            Runtime.getRuntime().addShutdownHook(cleaner);
            new ContainerCheck(world).run();
        } catch (RuntimeException e) {
            System.err.println("k8s-check: failed: " + e.getMessage());
            if (!(e instanceof CheckFailed)) {
                e.printStackTrace();
            }
            System.exit(1);
        }
    }

    private void run() {
        world.start("mysql");
        say("MySQL is up on an empty volume");
        world.play("keycloak");
        world.prepare("tickets-migration");
        aServiceThatIsNewerThanItsSchemaGivesUp();
        LocalInstallation.SERVICES.forEach(name -> world.complete(name + "-migration"));
        say("schemas are migrated");
        world.awaitReady("keycloak");
        say("Keycloak is up, its realm imported");
        theMasterRealmIsSecuredOnce();
        List<String> parts = List.of("contracts", "tickets", "billing", "notifications", "gateway");
        for (String name : parts) {
            // One after the other, so that each has the machine to itself and its figure means something.
            world.start(name);
            firstStarts.add(figures(name));
        }
        say("services and gateway are ready");
        world.requireTlsAlone();
        say("MySQL, Keycloak and services are reached by TLS alone, each by its own certificate");
        theOfficeMoves();
        logsAreForACollector();
        for (String name : List.of("gateway", "notifications", "billing", "tickets", "contracts")) {
            say(name + " drained and ended in " + world.stop(name).toMillis() + " ms");
        }
        firstStarts.forEach(line -> System.out.println("  " + line));
        System.out.println("k8s-check: passed");
    }

    /** The client of Keycloak's first start gets in until the Job has run, and never again; a second run changes nothing. */
    private void theMasterRealmIsSecuredOnce() {
        String bootstrap = "grant_type=client_credentials&client_id=remit-bootstrap&client_secret="
                + world.secret("keycloak-bootstrap");
        String person =
                "grant_type=password&client_id=admin-cli&username=admin&password=" + world.secret("keycloak-admin");
        require(world.askMasterForToken(bootstrap) == 200, "the client of the first start gets no token");
        for (int run = 1; run <= 2; run++) {
            world.complete("keycloak-administrator");
            int again = world.askMasterForToken(bootstrap);
            require(again == 401, "the client of the first start is answered " + again + " after run " + run);
            int byPassword = world.askMasterForToken(person);
            require(byPassword / 100 == 4, "a password at the command line is answered " + byPassword);
        }
        say("the Job keycloak-administrator has secured the master realm, and its second run changed nothing");
    }

    private void aServiceThatIsNewerThanItsSchemaGivesUp() {
        String said = world.giveUp("tickets");
        require(said.contains("The schema is behind this service"), "tickets does not say why it gives up:\n" + said);
        say("tickets gives up while its schema is behind, and says so");
    }

    private void theOfficeMoves() {
        RemitApi api = world.api();
        new DemoWorld(api).load();
        tenant = api.as("operator")
                .get("/api/contracts/v1/tenants")
                .at("/items/0/id")
                .asText();
        say("the operator has made the MSPs of the demo world, and it is loaded");
        OfficeMove story = new OfficeMove(api, OfficeMove.TICKET, OfficeMove.THURSDAY);

        JsonNode ticket = story.ticketArrives();
        equal("EXTRA", ticket.at("/workItems/0/ruling/verdict"));
        equal("2026-06-12T13:00:00Z", story.clock("RESPONSE").path("due"));
        comesBack("mysql", story);
        equal("SENT", story.quoteIsSent().path("status"));
        comesBack("tickets", story);
        story.deskAnswers();
        equal("MET", story.clock("RESPONSE").path("state"));
        comesBack("keycloak", story);
        equal("APPROVED", story.partnerApproves().path("status"));
        equal("2026-06-18T17:00:00Z", story.clock("RESOLUTION").path("due"));
        comesBack("contracts", story);
        story.saturdayIsWorked();
        List<JsonNode> extras = story.extras();
        comesBack("billing", story);
        require(story.extras().equals(extras), "the lines changed while billing was away");
        equal("MET", story.clock("RESOLUTION").path("state"));
        comesBack("gateway", story);
        equal("3", story.bookkeeperCutsOff().path("lines"));
        JsonNode batch = api.as("finance").post("/api/billing/v1/export-batches", Map.of());
        equal("4000.00", batch.at("/totals/0/amount"));
        say("the office move is told: 3 lines, 4000.00 USD, resolution due 2026-06-18T17:00:00Z and met");
    }

    /** Kills a pod, starts it anew and demands that ticket and clocks read as before. */
    private void comesBack(String name, OfficeMove story) {
        JsonNode ticket = story.ticket();
        JsonNode clocks = story.clocks();
        world.kill(name);
        world.start(name);
        for (String other : ContainerWorld.SERVING.keySet()) {
            world.awaitReady(other);
        }
        asBefore(ticket, story.ticket(), "the ticket is another since " + name + " was away");
        asBefore(clocks, story.clocks(), "the clocks are others since " + name + " was away");
        say(name + " was killed and is back; ticket and clocks are as before");
    }

    /** One object a line, the gateway's with the ids by which a request is followed, and nobody's name in any. */
    private void logsAreForACollector() {
        for (String name : List.of("contracts", "tickets", "billing", "notifications", "gateway")) {
            List<String> lines = world.logs(name).lines().toList();
            for (String line : lines) {
                require(isObject(line), name + " logs a line that is no JSON: " + line);
                require(
                        PERSONAL.stream().noneMatch(line.toLowerCase(Locale.ROOT)::contains),
                        name + " logs something personal: " + line);
            }
        }
        require(
                world.logs("gateway").lines().anyMatch(this::isFollowed),
                "no line of the gateway's log has tenant, request id and trace id");
        say("logs are JSON, with tenant, request id and trace id, and without names");
    }

    private static boolean isObject(String line) {
        try {
            return JSON.readTree(line).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private boolean isFollowed(String line) {
        try {
            JsonNode context = JSON.readTree(line).path("mdc");
            return context.path("tenant").asText().equals(tenant)
                    && context.path("traceId").asText().length() == 32
                    && !context.path("requestId").asText().isEmpty();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private String figures(String name) {
        Matcher started = STARTED.matcher(world.logs(name));
        return "%-10s started in %s s, %s MB image, memory %s"
                .formatted(
                        name,
                        started.find() ? started.group(1) : "?",
                        Long.parseLong(world.imageSize(name)) / 1_000_000,
                        world.memory(name));
    }

    private void say(String line) {
        System.out.println("%4d s  %s"
                .formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds(), line));
    }

    private static void equal(String expected, JsonNode found) {
        require(found.asText().equals(expected), "expected " + expected + ", found " + found);
    }

    private static void asBefore(JsonNode before, JsonNode now, String words) {
        require(now.equals(before), words + ": it was " + before + " and is " + now);
    }

    private static void require(boolean kept, String words) {
        if (!kept) {
            throw new CheckFailed(words);
        }
    }
}
