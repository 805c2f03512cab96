package dev.remit.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Podman's command line, with settings of its own so that the host's stay as they are. */
final class Podman {
    private static final Path RUNC = Path.of("/usr/sbin/runc");

    private final Path settings;

    /** @param folder for its settings */
    Podman(Path folder) {
        this.settings = folder.resolve("containers.conf");
        try {
            Files.createDirectories(folder);
            // Without systemd, and where limits may not be raised, podman's own defaults do not start a container. Of
            // its
            // two kinds of networks this one has names for pods.
            Files.writeString(settings, """
                    [containers]
                    default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
                    [engine]
                    cgroup_manager = "cgroupfs"
                    events_logger = "file"
                    %s[network]
                    network_backend = "netavark"
                    """.formatted(Files.exists(RUNC) ? "runtime = \"runc\"\n" : ""));
        } catch (IOException e) {
            throw new CheckFailed("Could not write " + settings, e);
        }
    }

    /** @return what it says, without the last line break */
    String run(String... arguments) {
        Answer answer = call(null, arguments);
        if (answer.code != 0) {
            throw new CheckFailed("podman " + String.join(" ", arguments) + ": " + answer.errors.strip());
        }
        return answer.output.strip();
    }

    /** Runs it and does not mind when it fails. */
    String attempt(String... arguments) {
        return call(null, arguments).output.strip();
    }

    /**
     * Plays a pod from its manifest, which is nowhere written down since it holds secrets.
     *
     * @param address what it must have, or null for any
     */
    void play(ObjectNode pod, String network, String address) {
        List<String> command = new ArrayList<>(List.of("kube", "play", "--network", network));
        if (address != null) {
            command.addAll(List.of("--ip", address));
        }
        command.add("-");
        Answer answer = call(pod.toString(), command.toArray(String[]::new));
        if (answer.code != 0) {
            StringBuilder words =
                    new StringBuilder("podman kube play " + Manifests.name(pod) + ": " + answer.errors.strip());
            for (JsonNode first : pod.at("/spec/initContainers")) {
                words.append('\n')
                        .append(logs(
                                Manifests.name(pod) + "-" + first.path("name").asText()));
            }
            throw new CheckFailed(words.toString());
        }
    }

    /** What a container has said so far. */
    String logs(String container) {
        Answer answer = call(null, "logs", container);
        return answer.output + answer.errors;
    }

    private record Answer(int code, String output, String errors) {}

    private Answer call(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("podman"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CONTAINERS_CONF", settings.toString());
        try {
            Path errors = Files.createTempFile(settings.getParent(), "podman", ".err");
            Process process = builder.redirectError(errors.toFile()).start();
            try (OutputStream in = process.getOutputStream()) {
                if (input != null) {
                    in.write(input.getBytes(StandardCharsets.UTF_8));
                }
            }
            String output;
            try (InputStream out = process.getInputStream()) {
                output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            int code = process.waitFor();
            String said = Files.readString(errors);
            Files.delete(errors);
            return new Answer(code, output, said);
        } catch (IOException e) {
            throw new CheckFailed("podman could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailed("interrupted", e);
        }
    }
}
