package dev.remit.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What we ask of manifests beyond what the API server does: Pod Security restricted, probes, limits, closed networks. */
final class Policy {
    private static final Set<String> VOLUMES =
            Set.of("configMap", "emptyDir", "persistentVolumeClaim", "projected", "secret");
    private static final Set<String> SAFE_SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes");
    private static final Set<String> SELINUX_TYPES =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");
    private static final String NGINX = "nginx.ingress.kubernetes.io/";
    /** What every network has for itself, the metadata service of a cloud included. */
    private static final Set<String> INSIDE =
            Set.of("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");

    private static final int MARGIN_SECONDS = 5;

    private final List<ObjectNode> objects;
    private final Map<String, Integer> drainSeconds;
    private final List<String> faults = new ArrayList<>();

    private Policy(List<ObjectNode> objects, Map<String, Integer> drainSeconds) {
        this.objects = objects;
        this.drainSeconds = drainSeconds;
    }

    /**
     * @param drainSeconds how long the programs themselves take to let requests end, by container name
     * @return what breaks the policy, each with the name of the object
     */
    static List<String> faults(List<ObjectNode> objects, Map<String, Integer> drainSeconds) {
        Policy policy = new Policy(objects, drainSeconds);
        policy.check();
        return policy.faults;
    }

    private void check() {
        objects.stream()
                .filter(object -> object.at("/spec/template/spec").isObject())
                .forEach(this::workload);
        for (ObjectNode object : objects) {
            String name = Manifests.kind(object) + " " + Manifests.name(object);
            switch (Manifests.kind(object)) {
                case "Namespace" ->
                    demand(
                            "restricted"
                                    .equals(object.at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                                            .asText()),
                            name,
                            "does not enforce Pod Security restricted");
                case "ServiceAccount" ->
                    demand(isFalse(object.path("automountServiceAccountToken")), name, "mounts its token");
                case "Secret" -> fault(name, "holds a secret; only references belong here");
                case "Service" -> service(name, object);
                case "NetworkPolicy" -> network(name, object);
                case "Ingress" -> ingress(name, object);
                case "ConfigMap" ->
                    object.path("data")
                            .properties()
                            .forEach(setting -> address(
                                    name + " " + setting.getKey(),
                                    setting.getValue().asText()));
                default -> {}
            }
        }
        demand(objects.stream().anyMatch(Policy::deniesAll), "NetworkPolicy", "none denies everything");
    }

    private void workload(ObjectNode object) {
        String name = Manifests.kind(object) + " " + Manifests.name(object);
        JsonNode pod = object.at("/spec/template/spec");
        demand(isFalse(pod.path("automountServiceAccountToken")), name, "mounts a service account token");
        demand(pod.has("serviceAccountName"), name, "runs under the default service account");
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            demand(!pod.path(shared).asBoolean(), name, "shares the host: " + shared);
        }
        JsonNode security = pod.path("securityContext");
        demand(security.path("runAsNonRoot").asBoolean(), name, "may run as root");
        demand(security.path("runAsUser").asInt() > 0, name, "runs as root or as the image says");
        demand("RuntimeDefault".equals(security.at("/seccompProfile/type").asText()), name, "has no seccomp profile");
        for (JsonNode setting : security.path("sysctls")) {
            String key = setting.path("name").asText();
            demand(SAFE_SYSCTLS.contains(key), name, "sets the kernel's " + key);
        }
        confined(name, security);
        for (JsonNode volume : pod.path("volumes")) {
            volume.fieldNames()
                    .forEachRemaining(field -> demand(
                            field.equals("name") || VOLUMES.contains(field), name, "has a volume of kind " + field));
        }
        boolean serves = !Manifests.kind(object).equals("Job");
        Stream.concat(stream(pod.path("initContainers")), stream(pod.path("containers")))
                .forEach(container ->
                        container(name + ", container " + container.path("name").asText(), container));
        stream(pod.path("containers"))
                .filter(container -> serves)
                .forEach(container ->
                        serving(name + ", container " + container.path("name").asText(), container, pod));
        demand(
                object.at("/spec/template/metadata/labels/app.kubernetes.io~1name")
                        .asText()
                        .equals(Manifests.name(object)),
                name,
                "has no label that network policies know it by");
    }

    private void container(String name, JsonNode container) {
        JsonNode security = container.path("securityContext");
        demand(isFalse(security.path("allowPrivilegeEscalation")), name, "may escalate its privileges");
        demand(security.path("readOnlyRootFilesystem").asBoolean(), name, "has a writable root file system");
        demand(!security.path("privileged").asBoolean(), name, "is privileged");
        demand(security.at("/capabilities/drop/0").asText().equals("ALL"), name, "keeps capabilities");
        demand(!security.at("/capabilities/add").isArray(), name, "adds capabilities");
        demand(security.path("runAsNonRoot").asBoolean(true), name, "may run as root after all");
        demand(security.path("runAsUser").asInt(1) > 0, name, "runs as root after all");
        demand(
                security.at("/seccompProfile/type").asText("RuntimeDefault").equals("RuntimeDefault"),
                name,
                "leaves the pod's seccomp profile");
        demand(security.path("procMount").asText("Default").equals("Default"), name, "sees all of /proc");
        confined(name, security);
        for (String need : List.of(
                "/resources/requests/cpu",
                "/resources/requests/memory",
                "/resources/limits/cpu",
                "/resources/limits/memory")) {
            demand(
                    !container.at(need).isMissingNode(),
                    name,
                    "has no " + need.substring(1).replace('/', ' '));
        }
        String image = container.path("image").asText();
        int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
        demand(colon > 0 && !image.endsWith(":latest"), name, "has an image without a version: " + image);
        stream(container.path("ports"))
                .forEach(port -> demand(!port.has("hostPort"), name, "takes a port of the host"));
        for (JsonNode variable : container.path("env")) {
            String key = variable.path("name").asText();
            address(name + " " + key, variable.path("value").asText());
            boolean secret = key.endsWith("PASSWORD") || key.endsWith("SECRET");
            demand(
                    !secret || variable.at("/valueFrom/secretKeyRef").isObject(),
                    name,
                    key + " is not a reference to a secret");
        }
    }

    /** Nobody inside is spoken to in the clear, or without knowing that it is they. */
    private void address(String name, String value) {
        demand(!value.startsWith("http://"), name, "calls in the clear: " + value);
        if (value.startsWith("jdbc:")) {
            demand(value.contains("sslMode=VERIFY_IDENTITY"), name, "does not verify whose database it is");
            demand(
                    !value.contains("allowPublicKeyRetrieval=true"),
                    name,
                    "asks a stranger for the key to its password");
        }
    }

    /** What Pod Security restricted says of a pod and of each container in it. */
    private void confined(String name, JsonNode security) {
        JsonNode label = security.path("seLinuxOptions");
        demand(SELINUX_TYPES.contains(label.path("type").asText()), name, "has an SELinux type of its own");
        demand(
                label.path("user").asText().isEmpty()
                        && label.path("role").asText().isEmpty(),
                name,
                "has an SELinux user or role");
        demand(
                security.at("/appArmorProfile/type").asText("RuntimeDefault").equals("RuntimeDefault"),
                name,
                "leaves AppArmor's profile");
        demand(!security.at("/windowsOptions/hostProcess").asBoolean(), name, "runs on the host");
    }

    private void serving(String name, JsonNode container, JsonNode pod) {
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            demand(container.has(probe), name, "has no " + probe);
        }
        demand(
                !container
                                .path("readinessProbe")
                                .path("httpGet")
                                .equals(container.path("livenessProbe").path("httpGet"))
                        || container.at("/livenessProbe/tcpSocket").isObject(),
                name,
                "is restarted for what should only take it out of service");
        int sleep = container.at("/lifecycle/preStop/sleep/seconds").asInt();
        demand(sleep > 0, name, "is told to stop while requests still come");
        int drain = drainSeconds.getOrDefault(container.path("name").asText(), 0);
        demand(
                pod.path("terminationGracePeriodSeconds").asInt() >= sleep + drain + MARGIN_SECONDS,
                name,
                "is killed before it has drained for " + drain + " s");
    }

    private void service(String name, JsonNode object) {
        demand(object.at("/spec/type").asText("ClusterIP").equals("ClusterIP"), name, "is reachable from outside");
        String app = object.at("/spec/selector/app.kubernetes.io~1name").asText();
        Set<String> policed = new TreeSet<>();
        objects.stream()
                .filter(candidate -> Manifests.kind(candidate).equals("NetworkPolicy"))
                .filter(policy -> stream(policy.at("/spec/policyTypes"))
                        .anyMatch(type -> type.asText().equals("Ingress")))
                .forEach(policy -> policed.add(policy.at("/spec/podSelector/matchLabels/app.kubernetes.io~1name")
                        .asText()));
        demand(policed.contains(app), name, "has no network policy that says whom it serves");
    }

    /** Everybody comes in by HTTPS, and Keycloak is asked by it and must show whose certificate it has. */
    private void ingress(String name, JsonNode object) {
        JsonNode words = object.at("/metadata/annotations");
        demand(isOn(words, "force-ssl-redirect", "true"), name, "does not send to HTTPS who asks in the clear");
        for (JsonNode rule : object.at("/spec/rules")) {
            String host = rule.path("host").asText();
            boolean covered = stream(object.at("/spec/tls"))
                    .filter(tls -> !tls.path("secretName").asText().isEmpty())
                    .anyMatch(tls -> stream(tls.path("hosts"))
                            .anyMatch(named -> named.asText().equals(host)));
            demand(covered, name, "has no certificate for " + (host.isEmpty() ? "every host" : host));
            for (JsonNode path : rule.at("/http/paths")) {
                JsonNode service = path.at("/backend/service");
                boolean encrypted = service.at("/port/name").asText().equals("https");
                demand(
                        encrypted || service.path("name").asText().equals("gateway"),
                        name,
                        "asks in the clear: " + service.path("name").asText());
                demand(
                        !encrypted
                                || (isOn(words, "backend-protocol", "HTTPS")
                                        && isOn(words, "proxy-ssl-verify", "on")
                                        && words.has(NGINX + "proxy-ssl-secret")),
                        name,
                        "does not ask whose certificate it is shown");
            }
        }
    }

    private static boolean isOn(JsonNode annotations, String name, String value) {
        return annotations.path(NGINX + name).asText().equals(value);
    }

    /** Policies add up: one that is open opens what all the others close. */
    private void network(String name, JsonNode object) {
        boolean every = object.at("/spec/podSelector").isEmpty();
        JsonNode ingress = object.at("/spec/ingress");
        demand(!every || ingress.isEmpty(), name, "lets somebody in to every pod");
        for (JsonNode rule : ingress) {
            demand(namesPeers(rule.path("from")), name, "lets everybody in");
            demand(!rule.path("ports").isEmpty(), name, "opens every port");
        }
        for (JsonNode rule : object.at("/spec/egress")) {
            boolean outside = stream(rule.path("to")).anyMatch(peer -> peer.has("ipBlock"));
            demand(outside ? leadsOutside(rule.path("to")) : namesPeers(rule.path("to")), name, "lets everything out");
            demand(!outside || Manifests.name(object).equals("notifications"), name, "leads out of the cluster");
        }
    }

    private static boolean namesPeers(JsonNode peers) {
        return !peers.isEmpty() && stream(peers).allMatch(Policy::isNarrow);
    }

    /** To public addresses: whatever is inside of somebody's network is excepted. */
    private static boolean leadsOutside(JsonNode peers) {
        return stream(peers)
                .map(peer -> peer.path("ipBlock"))
                .allMatch(block -> block.path("cidr").asText().equals("2000::/3")
                        || stream(block.path("except"))
                                .map(JsonNode::asText)
                                .collect(Collectors.toSet())
                                .containsAll(INSIDE));
    }

    /** An empty selector is everybody; so is each address there is. */
    private static boolean isNarrow(JsonNode peer) {
        String block = peer.at("/ipBlock/cidr").asText();
        return Stream.of("podSelector", "namespaceSelector")
                        .map(peer::path)
                        .noneMatch(selector -> selector.isObject() && selector.isEmpty())
                && !block.endsWith("/0");
    }

    private static boolean deniesAll(JsonNode object) {
        return Manifests.kind(object).equals("NetworkPolicy")
                && object.at("/spec/podSelector").isEmpty()
                && object.at("/spec/policyTypes").size() == 2
                && !object.at("/spec/ingress").isArray()
                && !object.at("/spec/egress").isArray();
    }

    private void demand(boolean kept, String name, String words) {
        if (!kept) {
            fault(name, words);
        }
    }

    private void fault(String name, String words) {
        faults.add(name + " " + words);
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.asBoolean();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
