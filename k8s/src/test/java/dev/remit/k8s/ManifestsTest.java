package dev.remit.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every rendered manifest against the API's schema and our policy, and both against manifests that are broken. */
class ManifestsTest {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Path BASE = HOUSE.resolve("k8s/base");
    static final Path ONE_NODE = HOUSE.resolve("k8s/overlays/one-node");

    @Test
    void theBaseIsWhatTheApiServerTakesAndOurPolicyAllows() {
        assertSound(Manifests.render(BASE));
    }

    @Test
    void soIsTheOverlayForOneNode() {
        List<ObjectNode> objects = Manifests.render(ONE_NODE);
        assertSound(objects);
        assertTrue(objects.size() > 25, "something is missing: " + objects.size());
    }

    @Test
    void whateverIsReferredToIsThereOrIsASecretThatTheDocumentsName() throws IOException {
        List<ObjectNode> objects = Manifests.render(ONE_NODE);
        String documents = Files.readString(HOUSE.resolve("docs/operations.md"));
        Set<String> missing = new TreeSet<>();
        for (ObjectNode object : objects) {
            object.findValues("configMapRef").forEach(reference -> settings(objects, reference, missing));
            object.findValues("configMapKeyRef").forEach(reference -> settings(objects, reference, missing));
            for (String mounted : object.findValuesAsText("secretName")) {
                if (documents.lines().noneMatch(line -> line.startsWith("| `" + mounted + "` |"))) {
                    missing.add("docs/operations.md: secret " + mounted);
                }
            }
            for (JsonNode reference : object.findValues("secretKeyRef")) {
                String row = "| `" + reference.path("name").asText() + "` |";
                boolean named = documents
                        .lines()
                        .anyMatch(line -> line.startsWith(row)
                                && line.contains("`" + reference.path("key").asText() + "`"));
                if (!named) {
                    missing.add("docs/operations.md: secret "
                            + reference.path("name").asText() + ", "
                            + reference.path("key").asText());
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void theGatewayKnowsHowManyOfItThereAre() {
        for (Path folder : List.of(BASE, ONE_NODE)) {
            List<ObjectNode> objects = Manifests.render(folder);
            assertEquals(
                    Manifests.find(objects, "Deployment", "gateway")
                            .at("/spec/replicas")
                            .asText(),
                    Manifests.find(objects, "ConfigMap", "remit-settings")
                            .at("/data/REMIT_GATEWAY_REPLICAS")
                            .asText(),
                    folder.toString());
        }
    }

    @Test
    void keycloaksConsoleAndMasterRealmAreNotPublished() {
        List<String> published = Manifests.render(ONE_NODE).stream()
                .filter(object -> Manifests.kind(object).equals("Ingress"))
                .flatMap(ingress -> ingress.at("/spec/rules").findValues("path").stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
        assertTrue(published.contains("/realms/remit"), published.toString());
        List<String> inside = List.of("/admin", "/admin/master/console/", "/realms/master", "/realms/", "/metrics");
        assertEquals(
                List.of(),
                published.stream()
                        .filter(path -> inside.stream().anyMatch(secret -> (secret + "/").startsWith(path + "/")))
                        .toList());
    }

    @Test
    void theRealmGivesNoOriginAndNoClientMoreThanItNeeds() throws IOException {
        JsonNode clients = new ObjectMapper()
                .readTree(HOUSE.resolve("k8s/keycloak/remit-realm.json").toFile())
                .path("clients");
        for (JsonNode client : clients) {
            String name = client.path("clientId").asText();
            assertEquals(
                    name.equals("remit-cli"),
                    client.path("directAccessGrantsEnabled").asBoolean(true),
                    name);
            assertFalse(client.path("webOrigins").toString().matches(".*[*+].*"), name);
        }
        assertTrue(clients.findValuesAsText("clientId").contains("admin-cli"), "else Keycloak makes it, with grants");
    }

    @Test
    void mysqlIsSetAsOnOneMachine() throws IOException {
        String settings = Files.readString(HOUSE.resolve("stack/src/main/java/dev/remit/stack/MySqlSettings.java"));
        String durable = settings.substring(0, settings.indexOf("DISPOSABLE ="));
        List<String> wanted = Pattern.compile("\"(--[^\"]+)\"")
                .matcher(durable)
                .results()
                .map(match -> match.group(1))
                .toList();
        List<String> given = Manifests.find(Manifests.render(ONE_NODE), "StatefulSet", "mysql")
                .at("/spec/template/spec/containers/0/args")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        assertTrue(wanted.size() > 10, wanted.toString());
        assertTrue(given.containsAll(wanted), "missing of " + wanted);
    }

    @TestFactory
    Stream<DynamicTest> whatIsBrokenIsFoundAndNamed() {
        return Stream.of(
                breaks("an unknown field", "replica", tickets -> spec(tickets).put("replica", 2)),
                breaks("an unknown field deep down", "readOnlyRootFileSystem", tickets -> security(tickets)
                        .put("readOnlyRootFileSystem", true)),
                breaks("a wrong type", "string found, integer expected", tickets -> spec(tickets)
                        .put("replicas", "two")),
                breaks("a text for a flag", "string found, boolean expected", tickets -> pod(tickets)
                        .put("enableServiceLinks", "false")),
                breaks("a number for a text", "integer found, string expected", tickets -> ((ObjectNode)
                                container(tickets).at("/env/0"))
                        .put("value", 1)),
                breaks("a missing field", "selector", tickets -> spec(tickets).remove("selector")),
                breaks("an unknown kind", "none that Remit uses", tickets -> tickets.put("kind", "Deploymant")),
                breaks("a token for the API", "mounts a service account token", tickets -> pod(tickets)
                        .remove("automountServiceAccountToken")),
                breaks("root", "may run as root", tickets -> ((ObjectNode)
                                pod(tickets).path("securityContext"))
                        .remove("runAsNonRoot")),
                breaks("no seccomp profile", "has no seccomp profile", tickets -> ((ObjectNode)
                                pod(tickets).path("securityContext"))
                        .remove("seccompProfile")),
                breaks("escalation", "may escalate its privileges", tickets -> security(tickets)
                        .put("allowPrivilegeEscalation", true)),
                breaks("a writable root", "has a writable root file system", tickets -> security(tickets)
                        .remove("readOnlyRootFilesystem")),
                breaks("capabilities", "keeps capabilities", tickets -> security(tickets)
                        .remove("capabilities")),
                breaks("root in the container", "may run as root after all", tickets -> security(tickets)
                        .put("runAsNonRoot", false)),
                breaks("user 0 in the container", "runs as root after all", tickets -> security(tickets)
                        .put("runAsUser", 0)),
                breaks("no seccomp in the container", "leaves the pod's seccomp profile", tickets -> security(tickets)
                        .putObject("seccompProfile")
                        .put("type", "Unconfined")),
                breaks("all of /proc", "sees all of /proc", tickets -> security(tickets)
                        .put("procMount", "Unmasked")),
                breaks("an SELinux type", "has an SELinux type of its own", tickets -> security(tickets)
                        .putObject("seLinuxOptions")
                        .put("type", "spc_t")),
                breaks("an SELinux user", "has an SELinux user or role", tickets -> podSecurity(tickets)
                        .putObject("seLinuxOptions")
                        .put("user", "system_u")),
                breaks("no AppArmor", "leaves AppArmor's profile", tickets -> security(tickets)
                        .putObject("appArmorProfile")
                        .put("type", "Unconfined")),
                breaks("a setting of the kernel", "sets the kernel's kernel.msgmax", tickets -> podSecurity(tickets)
                        .withArray("sysctls")
                        .addObject()
                        .put("name", "kernel.msgmax")
                        .put("value", "65536")),
                breaks("the host's network", "shares the host: hostNetwork", tickets -> pod(tickets)
                        .put("hostNetwork", true)),
                breaks("no startup probe", "has no startupProbe", tickets -> container(tickets)
                        .remove("startupProbe")),
                breaks("no readiness probe", "has no readinessProbe", tickets -> container(tickets)
                        .remove("readinessProbe")),
                breaks("no liveness probe", "has no livenessProbe", tickets -> container(tickets)
                        .remove("livenessProbe")),
                breaks("readiness as liveness", "is restarted for what should only", tickets -> container(tickets)
                        .set("livenessProbe", container(tickets).path("readinessProbe"))),
                breaks("no memory limit", "has no resources limits memory", tickets -> ((ObjectNode)
                                container(tickets).at("/resources/limits"))
                        .remove("memory")),
                breaks("no request", "has no resources requests cpu", tickets -> ((ObjectNode)
                                container(tickets).at("/resources/requests"))
                        .remove("cpu")),
                breaks("latest", "has an image without a version", tickets -> container(tickets)
                        .put("image", "remit/tickets-service:latest")),
                breaks("no version", "has an image without a version", tickets -> container(tickets)
                        .put("image", "remit/tickets-service")),
                breaks("no time to drain", "is killed before it has drained for 10 s", tickets -> pod(tickets)
                        .put("terminationGracePeriodSeconds", 10)),
                breaks("no pause before the end", "is told to stop while requests still come", tickets -> container(
                                tickets)
                        .remove("lifecycle")),
                breaks("a password in the manifest", "REMIT_DB_PASSWORD is not a reference", tickets -> container(
                                tickets)
                        .withArray("env")
                        .addObject()
                        .put("name", "REMIT_DB_PASSWORD")
                        .put("value", "x")),
                breaks("a folder of the host", "has a volume of kind hostPath", tickets -> ((ObjectNode)
                                pod(tickets).withArray("volumes").addObject().put("name", "host"))
                        .putObject("hostPath")
                        .put("path", "/")));
    }

    @Test
    void anOpenNetworkIsFound() {
        List<ObjectNode> objects = Manifests.render(ONE_NODE);
        objects.removeIf(object -> Manifests.kind(object).equals("NetworkPolicy")
                && Set.of("default-deny", "billing").contains(Manifests.name(object)));
        List<String> faults = Policy.faults(objects, drains());
        assertTrue(faults.contains("NetworkPolicy none denies everything"), faults.toString());
        assertTrue(
                faults.contains("Service billing has no network policy that says whom it serves"), faults.toString());
    }

    @TestFactory
    Stream<DynamicTest> aPolicyThatOpensWhatTheOthersCloseIsFound() {
        return Stream.of(
                opens("to everybody", "lets everybody in", policy -> policy.withArray("ingress")
                        .addObject()
                        .withArray("ports")
                        .addObject()
                        .put("port", 8080)),
                opens("to every namespace", "lets everybody in", policy -> policy.withArray("ingress")
                        .addObject()
                        .withArray("from")
                        .addObject()
                        .putObject("namespaceSelector")),
                opens("to every address", "lets everybody in", policy -> policy.withArray("ingress")
                        .addObject()
                        .withArray("from")
                        .addObject()
                        .putObject("ipBlock")
                        .put("cidr", "0.0.0.0/0")),
                opens("every port", "opens every port", policy -> policy.withArray("ingress")
                        .addObject()),
                opens("every pod", "lets somebody in to every pod", policy -> {
                    policy.putObject("podSelector");
                    policy.withArray("ingress").addObject();
                }),
                opens("the way out", "lets everything out", policy -> policy.withArray("egress")
                        .addObject()),
                opens("the way to each address", "lets everything out", policy -> block(policy, "0.0.0.0/0")),
                opens("the way out of the cluster", "leads out of the cluster", policy -> block(policy, "2000::/3")));
    }

    private static void block(ObjectNode policy, String addresses) {
        policy.withArray("egress")
                .addObject()
                .withArray("to")
                .addObject()
                .putObject("ipBlock")
                .put("cidr", addresses);
    }

    private static DynamicTest opens(String what, String words, Consumer<ObjectNode> change) {
        return DynamicTest.dynamicTest(what, () -> {
            List<ObjectNode> objects = Manifests.render(ONE_NODE);
            ObjectNode open =
                    Manifests.find(objects, "NetworkPolicy", "billing").deepCopy();
            ((ObjectNode) open.path("metadata")).put("name", "open");
            ((ObjectNode) open.path("spec")).remove(List.of("ingress", "egress"));
            change.accept((ObjectNode) open.path("spec"));
            objects.add(open);
            assertTrue(
                    Policy.faults(objects, drains()).contains("NetworkPolicy open " + words),
                    () -> Policy.faults(objects, drains()).toString());
        });
    }

    private static void assertSound(List<ObjectNode> objects) {
        assertEquals(
                List.of(),
                objects.stream()
                        .flatMap(object -> ApiSchema.faults(object).stream())
                        .toList());
        assertEquals(List.of(), Policy.faults(objects, drains()));
    }

    private static DynamicTest breaks(String what, String words, Consumer<ObjectNode> change) {
        return DynamicTest.dynamicTest(what, () -> {
            List<ObjectNode> objects = Manifests.render(ONE_NODE);
            ObjectNode tickets = Manifests.find(objects, "Deployment", "tickets");
            change.accept(tickets);
            List<String> faults = Stream.concat(
                            ApiSchema.faults(tickets).stream(), Policy.faults(objects, drains()).stream())
                    .toList();
            assertFalse(faults.isEmpty(), "not noticed");
            assertTrue(faults.stream().anyMatch(fault -> fault.contains(words)), faults.toString());
        });
    }

    /** How long the services say that they let requests end, read where they say it. */
    static Map<String, Integer> drains() {
        int service = shutdownTimeout("service-kit/src/main/resources/META-INF/microprofile-config.properties");
        int gateway = shutdownTimeout("gateway/src/main/resources/application.properties");
        return Map.of(
                "contracts",
                service,
                "tickets",
                service,
                "billing",
                service,
                "notifications",
                service,
                "gateway",
                gateway);
    }

    private static int shutdownTimeout(String file) {
        try {
            Matcher timeout = Pattern.compile("(?mi)^quarkus\\.shutdown\\.timeout=(\\d+)s$")
                    .matcher(Files.readString(HOUSE.resolve(file)));
            assertTrue(timeout.find(), file + " says nothing of a shutdown");
            return Integer.parseInt(timeout.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void settings(List<ObjectNode> objects, JsonNode reference, Set<String> missing) {
        String name = reference.path("name").asText();
        JsonNode map = objects.stream()
                .filter(object -> Manifests.kind(object).equals("ConfigMap")
                        && Manifests.name(object).equals(name))
                .findFirst()
                .map(object -> object.path("data"))
                .orElse(null);
        if (map == null
                || (reference.has("key") && !map.has(reference.path("key").asText()))) {
            missing.add("ConfigMap " + name + " " + reference.path("key").asText());
        }
    }

    private static ObjectNode spec(ObjectNode deployment) {
        return (ObjectNode) deployment.path("spec");
    }

    private static ObjectNode pod(ObjectNode deployment) {
        return (ObjectNode) deployment.at("/spec/template/spec");
    }

    private static ObjectNode podSecurity(ObjectNode deployment) {
        return (ObjectNode) pod(deployment).path("securityContext");
    }

    static ObjectNode container(ObjectNode deployment) {
        return (ObjectNode) deployment.at("/spec/template/spec/containers/0");
    }

    private static ObjectNode security(ObjectNode deployment) {
        return (ObjectNode) container(deployment).path("securityContext");
    }
}
