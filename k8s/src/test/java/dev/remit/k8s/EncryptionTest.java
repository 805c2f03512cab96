package dev.remit.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is said in the cluster is said by TLS, and what is left in the clear only those hear who may. */
class EncryptionTest {
    private static final int MANAGEMENT = 9000;

    private final List<ObjectNode> objects = Manifests.render(ManifestsTest.ONE_NODE);

    @Test
    void servicesKeycloakAndMySqlAreReachedByTlsAlone() {
        for (String service : List.of("contracts", "tickets", "billing", "notifications")) {
            JsonNode ports = Manifests.find(objects, "Service", service).at("/spec/ports");
            assertEquals(List.of("https"), ports.findValuesAsText("name"), service);
            assertTrue(mounts("Deployment", service).containsAll(Set.of(service + "-tls", "internal-ca")));
        }
        assertEquals(
                List.of("https"),
                Manifests.find(objects, "Service", "keycloak").at("/spec/ports").findValuesAsText("name"));
        assertEquals(
                "false",
                Manifests.find(objects, "ConfigMap", "keycloak-settings")
                        .at("/data/KC_HTTP_ENABLED")
                        .asText());
        assertTrue(mounts("Deployment", "gateway").contains("internal-ca"));
        assertTrue(mounts("Deployment", "keycloak").containsAll(Set.of("keycloak-tls", "internal-ca")));
        assertTrue(mounts("StatefulSet", "mysql").contains("mysql-tls"));
        String mysql = Manifests.find(objects, "StatefulSet", "mysql")
                .at("/spec/template/spec/containers/0/args")
                .toString();
        assertTrue(mysql.contains("--require-secure-transport=ON"), mysql);
        String settings = Manifests.find(objects, "ConfigMap", "remit-settings")
                .at("/data/QUARKUS_PROFILE")
                .asText();
        assertEquals("prod,tls", settings);
    }

    @TestFactory
    Stream<DynamicTest> whoeverIsCalledInTheClearIsFound() {
        return Stream.of(
                calls("http://contracts:8080", "calls in the clear"),
                calls("jdbc:mysql://mysql:3306/x?sslMode=PREFERRED", "does not verify whose database it is"),
                calls(
                        "jdbc:mysql://mysql:3306/x?sslMode=VERIFY_IDENTITY&allowPublicKeyRetrieval=true",
                        "asks a stranger for the key"));
    }

    private static DynamicTest calls(String address, String words) {
        return DynamicTest.dynamicTest(address, () -> {
            List<ObjectNode> broken = Manifests.render(ManifestsTest.ONE_NODE);
            ((ObjectNode) Manifests.find(broken, "ConfigMap", "remit-addresses").path("data"))
                    .put("REMIT_ELSEWHERE", address);
            ManifestsTest.container(Manifests.find(broken, "Deployment", "tickets"))
                    .withArray("env")
                    .addObject()
                    .put("name", "REMIT_ELSEWHERE")
                    .put("value", address);
            List<String> faults = Policy.faults(broken, ManifestsTest.drains());
            assertEquals(
                    2, faults.stream().filter(fault -> fault.contains(words)).count(), faults.toString());
        });
    }

    private Set<String> mounts(String kind, String name) {
        return new TreeSet<>(Manifests.find(objects, kind, name)
                .at("/spec/template/spec/volumes")
                .findValuesAsText("secretName"));
    }

    @TestFactory
    Stream<DynamicTest> anIngressThatLetsInInTheClearIsFound() {
        return Stream.of(
                breaks("remit", "has no certificate for remit.example", ingress -> spec(ingress)
                        .remove("tls")),
                breaks("remit", "has no certificate for every host", ingress -> ((ObjectNode)
                                ingress.at("/spec/rules/0"))
                        .remove("host")),
                breaks("remit", "does not send to HTTPS", ingress -> annotations(ingress)
                        .put("nginx.ingress.kubernetes.io/force-ssl-redirect", "false")),
                breaks("keycloak", "asks in the clear: keycloak", ingress -> ((ObjectNode)
                                ingress.at("/spec/rules/0/http/paths/0/backend/service/port"))
                        .put("name", "http")),
                breaks("keycloak", "does not ask whose certificate", ingress -> annotations(ingress)
                        .remove("nginx.ingress.kubernetes.io/proxy-ssl-verify")));
    }

    private static DynamicTest breaks(String name, String words, Consumer<ObjectNode> change) {
        return DynamicTest.dynamicTest(words, () -> {
            List<ObjectNode> broken = Manifests.render(ManifestsTest.ONE_NODE);
            change.accept(Manifests.find(broken, "Ingress", name));
            List<String> faults = Policy.faults(broken, ManifestsTest.drains());
            assertTrue(faults.stream().anyMatch(fault -> fault.contains(words)), faults.toString());
        });
    }

    @Test
    void browsersAreToldToComeByHttpsAloneForHalfAYearAtLeast() {
        String age = Manifests.find(objects, "ConfigMap", "remit-addresses")
                .at("/data/REMIT_HSTS_MAX_AGE")
                .asText();
        assertTrue(Duration.parse("PT" + age).compareTo(Duration.ofDays(180)) > 0, age);
    }

    /** An empty list of trusted addresses would mean everybody to Keycloak. */
    @Test
    void gatewayAndKeycloakBelieveTheIngressControllersNetworkAlone() {
        String trusted = Manifests.find(objects, "ConfigMap", "remit-addresses")
                .at("/data/REMIT_GATEWAY_TRUSTED_PROXIES")
                .asText();
        JsonNode keycloak =
                Manifests.find(objects, "ConfigMap", "keycloak-settings").path("data");
        assertTrue(trusted.matches("10[.]\\d+[.]0[.]0/16"), trusted);
        assertEquals(trusted, keycloak.path("KC_PROXY_TRUSTED_ADDRESSES").asText());
        assertEquals("xforwarded", keycloak.path("KC_PROXY_HEADERS").asText());
    }

    @Test
    void thePortOfHealthAndMetricsIsReachedByPrometheusAloneAndIsNoServices() {
        for (ObjectNode object : objects) {
            List<JsonNode> ports = object.findParents("port").stream()
                    .filter(port -> port.path("port").asInt() == MANAGEMENT
                            && !Manifests.kind(object).equals("Deployment"))
                    .toList();
            if (!ports.isEmpty()) {
                assertEquals("monitoring", Manifests.name(object));
            }
        }
        JsonNode rules = Manifests.find(objects, "NetworkPolicy", "monitoring").at("/spec/ingress");
        assertEquals(1, rules.size());
        assertEquals(
                "{\"namespaceSelector\":{\"matchLabels\":{\"remit.dev/monitoring\":\"true\"}}}",
                rules.at("/0/from/0").toString());
        assertEquals(1, rules.at("/0/from").size());
    }

    private static ObjectNode spec(ObjectNode object) {
        return (ObjectNode) object.path("spec");
    }

    private static ObjectNode annotations(ObjectNode object) {
        return (ObjectNode) object.at("/metadata/annotations");
    }
}
