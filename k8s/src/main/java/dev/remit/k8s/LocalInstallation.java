package dev.remit.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.DemoAccess;
import dev.remit.stack.demo.RemitApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The overlay one-node as it is played here: with an operator of its own, and with secrets and certificates of its own. */
final class LocalInstallation {
    static final List<String> SERVICES = List.of("contracts", "tickets", "billing", "notifications");

    /** Where browsers would find it; none is used here. */
    private static final String GATEWAY = "http://gateway:8080";

    private static final String KEYCLOAK = "https://keycloak:" + TlsCheck.TLS_PORT;

    private final Path folder;
    private final DemoAccess access;

    /** @param folder for secrets, certificates and settings */
    LocalInstallation(Path folder) {
        this.folder = folder;
        this.access = new DemoAccess(folder.resolve("secrets.properties"));
    }

    /** Where this JVM must look names up, as the value of {@code jdk.net.hosts.file}, before it has looked up any. */
    static Path hostsFile(Path folder) {
        return folder.resolve("hosts");
    }

    /** The overlay's objects, with what differs here from a cluster: addresses, and who runs the suite. */
    List<ObjectNode> objects(Path house) {
        List<ObjectNode> objects = Manifests.render(house.resolve("k8s/overlays/one-node"));
        settings(objects, "remit-addresses").put("REMIT_OIDC_ISSUER", KEYCLOAK + "/realms/remit");
        ObjectNode keycloak = settings(objects, "keycloak-settings");
        keycloak.put("KC_HOSTNAME", KEYCLOAK).put("KC_LOG_CONSOLE_OUTPUT", "default");
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
        return objects;
    }

    /** Values by secret and key, for those that are handed over as settings. */
    Map<String, Map<String, String>> secrets() {
        Map<String, Map<String, String>> secrets = new LinkedHashMap<>();
        secrets.put("mysql-root", Map.of("password", access.secret("mysql-root")));
        secrets.put("keycloak-admin", Map.of("user", "admin", "password", access.secret("keycloak-admin")));
        secrets.put("keycloak-bootstrap", Map.of("secret", access.secret("keycloak-bootstrap")));
        secrets.put("keycloak-database", Map.of("user", "keycloak", "password", access.secret("keycloak-database")));
        Map<String, String> placeholders = access.placeholders(GATEWAY);
        for (String service : SERVICES) {
            for (String user : List.of("migrator", "database", "eraser")) {
                String name = service + "-" + user;
                secrets.put(name, Map.of("user", name.replace('-', '_'), "password", access.secret(name)));
            }
            String secret = placeholders.get("REMIT_" + service.toUpperCase(Locale.ROOT) + "_SERVICE_SECRET");
            secrets.put(service + "-client", Map.of("secret", secret));
        }
        secrets.put("gateway-client", Map.of("secret", placeholders.get("REMIT_GATEWAY_CLIENT_SECRET")));
        return secrets;
    }

    /** A folder with a folder for each secret that is mounted. */
    Path certificates() {
        return folder.resolve("certificates");
    }

    /**
     * Makes the certificates. This JVM believes the parts' own authority from here on and nobody else, and finds Keycloak by
     * the name in its certificate.
     */
    void certify() {
        DemoAccess.makeCertificates(certificates());
        System.setProperty(
                "javax.net.ssl.trustStore",
                certificates().resolve("internal-ca/ca.p12").toString());
        System.setProperty("javax.net.ssl.trustStorePassword", DemoAccess.TRUST_PASSWORD);
        try {
            Files.writeString(hostsFile(folder), "127.0.0.1 localhost keycloak\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The API as people and machine clients of the demo world call it, who are made when they first do.
     *
     * @param gateway its address, without a path
     * @param keycloak its address as it is reached from here, without a path
     */
    RemitApi api(String gateway, String keycloak) {
        return access.api(gateway, keycloak + "/realms/remit");
    }

    String secret(String name) {
        return access.secret(name);
    }

    private static ObjectNode settings(List<ObjectNode> objects, String name) {
        return (ObjectNode) Manifests.find(objects, "ConfigMap", name).path("data");
    }
}
