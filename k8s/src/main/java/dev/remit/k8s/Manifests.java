package dev.remit.k8s;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Renders a kustomization as kustomize does, as far as ours go: resources, namespace, patches, replicas, images. Whatever
 * else one asks for is refused, so that nothing is left out unseen.
 */
public final class Manifests {
    static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private static final Set<String> UNDERSTOOD =
            Set.of("apiVersion", "kind", "namespace", "resources", "patches", "replicas", "images");

    private Manifests() {}

    /** @param folder one with a {@code kustomization.yaml} */
    public static List<ObjectNode> render(Path folder) {
        ObjectNode kustomization = read(folder.resolve("kustomization.yaml")).getFirst();
        kustomization.fieldNames().forEachRemaining(name -> require(UNDERSTOOD.contains(name), folder, name));
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode resource : kustomization.path("resources")) {
            Path path = folder.resolve(resource.asText()).normalize();
            objects.addAll(Files.isDirectory(path) ? render(path) : read(path));
        }
        for (JsonNode patch : kustomization.path("patches")) {
            require(patch.size() == 1 && patch.has("path"), folder, "patches other than by path");
            read(folder.resolve(patch.path("path").asText())).forEach(change -> apply(change, objects));
        }
        for (JsonNode count : kustomization.path("replicas")) {
            ObjectNode deployment =
                    find(objects, "Deployment", count.path("name").asText());
            ((ObjectNode) deployment.path("spec")).set("replicas", count.path("count"));
        }
        for (JsonNode image : kustomization.path("images")) {
            objects.forEach(object -> rename(object, image));
        }
        String namespace = kustomization.path("namespace").asText("");
        if (!namespace.isEmpty()) {
            objects.forEach(object -> put(object, namespace));
        }
        return objects;
    }

    /** The objects of a file, in its order. */
    static List<ObjectNode> read(Path file) {
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(file.toFile())) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static ObjectNode find(List<ObjectNode> objects, String kind, String name) {
        return objects.stream()
                .filter(object -> kind(object).equals(kind) && name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + kind + " " + name));
    }

    private static void apply(ObjectNode change, List<ObjectNode> objects) {
        merge(find(objects, kind(change), name(change)), change);
    }

    private static void merge(ObjectNode target, ObjectNode change) {
        for (Map.Entry<String, JsonNode> field : change.properties()) {
            JsonNode there = target.get(field.getKey());
            if (there instanceof ObjectNode inner && field.getValue() instanceof ObjectNode innerChange) {
                merge(inner, innerChange);
            } else if (there != null && there.isArray()) {
                throw new IllegalArgumentException("A patch of the list " + field.getKey()
                        + " that is there already would need kustomize's merge keys");
            } else {
                target.set(field.getKey(), field.getValue());
            }
        }
    }

    private static void rename(JsonNode node, JsonNode image) {
        if (node instanceof ObjectNode object && object.path("image").isTextual()) {
            String reference = object.path("image").asText();
            int colon = reference.lastIndexOf(':');
            if (reference.substring(0, colon).equals(image.path("name").asText())) {
                object.put(
                        "image",
                        image.path("newName").asText(reference.substring(0, colon)) + ":"
                                + image.path("newTag").asText(reference.substring(colon + 1)));
            }
        }
        node.forEach(child -> rename(child, image));
    }

    private static void put(ObjectNode object, String namespace) {
        if (!kind(object).equals("Namespace")) {
            ((ObjectNode) object.path("metadata")).put("namespace", namespace);
        }
    }

    private static void require(boolean understood, Path folder, String what) {
        if (!understood) {
            throw new IllegalArgumentException(folder + ": " + what + " is not understood here");
        }
    }
}
