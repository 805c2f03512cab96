package dev.remit.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The overlay's workloads as podman can play them: one pod each, called as its Service is, since podman knows no Services.
 * Settings and secrets are written in, ports of the host opened where asked. Probes and the pause before the end are left
 * out: podman would run probes with a shell and curl, which these images do not have; whoever plays the pods probes them.
 */
final class PodmanPods {
    private static final List<String> LEFT_OUT =
            List.of("startupProbe", "readinessProbe", "livenessProbe", "lifecycle", "ports");

    private final List<ObjectNode> objects;
    private final Map<String, Map<String, String>> secrets;
    private final Path files;

    /**
     * @param secrets values by secret and key
     * @param files a folder with the secrets that are mounted, each a folder of its name
     */
    PodmanPods(List<ObjectNode> objects, Map<String, Map<String, String>> secrets, Path files) {
        this.objects = objects;
        this.secrets = secrets;
        this.files = files;
    }

    /**
     * @param kind of the workload
     * @param name of the workload
     * @param hostPorts ports of the loopback address by the container's port
     */
    ObjectNode pod(String kind, String name, Map<Integer, Integer> hostPorts) {
        ObjectNode workload = Manifests.find(objects, kind, name);
        ObjectNode spec = ((ObjectNode) workload.at("/spec/template/spec")).deepCopy();
        spec.remove(List.of("serviceAccountName", "enableServiceLinks"));
        spec.put("restartPolicy", "Never");
        Stream.concat(stream(spec.path("initContainers")), stream(spec.path("containers")))
                .map(ObjectNode.class::cast)
                .forEach(this::localise);
        ObjectNode first = (ObjectNode) spec.path("containers").get(0);
        hostPorts.forEach((port, hostPort) -> first.withArray("ports")
                .addObject()
                .put("containerPort", port)
                .put("hostPort", hostPort)
                .put("hostIP", "127.0.0.1"));
        stream(spec.path("volumes"))
                .filter(volume -> volume.has("secret"))
                .map(ObjectNode.class::cast)
                .forEach(this::mountFromFolder);
        for (JsonNode claim : workload.at("/spec/volumeClaimTemplates")) {
            String volume = Manifests.name(claim);
            ((ObjectNode) spec.withArray("volumes").addObject().put("name", volume))
                    .putObject("persistentVolumeClaim")
                    .put("claimName", volumeName(name, volume));
        }
        ObjectNode pod = Manifests.YAML.createObjectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        pod.putObject("metadata").put("name", name);
        pod.set("spec", spec);
        return pod;
    }

    private void mountFromFolder(ObjectNode volume) {
        String secret = volume.remove("secret").path("secretName").asText();
        volume.putObject("hostPath")
                .put("path", files.resolve(secret).toString())
                .put("type", "Directory");
    }

    /** The first container of a Job alone, as a pod of the Job's name: what it does before its own work. */
    ObjectNode preparation(String job) {
        ObjectNode pod = pod("Job", job, Map.of());
        ObjectNode spec = (ObjectNode) pod.path("spec");
        spec.set("containers", spec.remove("initContainers"));
        return pod;
    }

    static String volumeName(String workload, String volume) {
        return "remit-check-" + workload + "-" + volume;
    }

    /** Where and by which path a workload says that it is ready; empty for one that only opens a port. */
    String readyPath(String kind, String name) {
        JsonNode container = Manifests.find(objects, kind, name).at("/spec/template/spec/containers/0");
        JsonNode probe = container.at("/readinessProbe/httpGet");
        return probe.isMissingNode()
                ? ""
                : ":" + port(container, probe.path("port").asText())
                        + probe.path("path").asText();
    }

    /** How long a workload's pods may take to end. */
    String graceSeconds(String kind, String name) {
        return Manifests.find(objects, kind, name)
                .at("/spec/template/spec/terminationGracePeriodSeconds")
                .asText();
    }

    private static int port(JsonNode container, String name) {
        return stream(container.path("ports"))
                .filter(port -> port.path("name").asText().equals(name))
                .mapToInt(port -> port.path("containerPort").asInt())
                .findFirst()
                .orElseThrow();
    }

    private void localise(ObjectNode container) {
        container.remove(LEFT_OUT);
        container.put("image", "localhost/" + container.path("image").asText()).put("imagePullPolicy", "Never");
        ObjectNode environment = Manifests.YAML.createObjectNode();
        for (JsonNode source : container.path("envFrom")) {
            environment.setAll(
                    (ObjectNode) settings(source.at("/configMapRef/name").asText()));
        }
        for (JsonNode variable : container.path("env")) {
            environment.put(variable.path("name").asText(), value(variable));
        }
        container.remove("envFrom");
        container.putArray("env");
        environment.properties().forEach(entry -> container
                .withArray("env")
                .addObject()
                .put("name", entry.getKey())
                .put("value", entry.getValue().asText()));
    }

    private String value(JsonNode variable) {
        JsonNode setting = variable.at("/valueFrom/configMapKeyRef");
        if (setting.isObject()) {
            return settings(setting.path("name").asText())
                    .path(setting.path("key").asText())
                    .asText();
        }
        JsonNode secret = variable.at("/valueFrom/secretKeyRef");
        if (secret.isObject()) {
            String value = secrets.getOrDefault(secret.path("name").asText(), Map.of())
                    .get(secret.path("key").asText());
            if (value == null && !secret.path("optional").asBoolean()) {
                throw new IllegalStateException("No value for " + secret);
            }
            return value == null ? "" : value;
        }
        return variable.path("value").asText();
    }

    private JsonNode settings(String name) {
        return Manifests.find(objects, "ConfigMap", name).path("data");
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
