package dev.remit.gateway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remit.gateway.proxy.ApiRoutes;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares {@code api/remit.yaml} with the documents of the services, and leaves what it should be in {@code target/openapi}. */
class PublishedDocumentTest {

    private static final Path API = Path.of("../api");
    private static final Path MADE = Path.of("target/openapi/openapi.yaml");

    @Test
    void thePublishedDocumentIsTheServicesTogether() throws IOException {
        String made = MergedDocument.of(API);
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);

        assertEquals(made, Files.readString(API.resolve("remit.yaml")), "api/remit.yaml is old: run make openapi");
    }

    @Test
    void everyReferenceLeadsToAComponent() throws IOException {
        JsonNode document = published();
        Set<String> components = new TreeSet<>();
        for (String section : List.of("schemas", "responses", "parameters", "headers", "examples")) {
            document.path("components")
                    .path(section)
                    .fieldNames()
                    .forEachRemaining(name -> components.add("#/components/" + section + "/" + name));
        }

        Set<String> dangling = new TreeSet<>(document.findValuesAsText("$ref"));
        dangling.removeAll(components);
        assertEquals(Set.of(), dangling);
    }

    /** Generators make a type of each, and leave out of its name what no language has in one. */
    @Test
    void noSchemaAndParameterBecomeTheSameName() throws IOException {
        JsonNode components = published().path("components");
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> twice = new ArrayList<>();
        for (String section : List.of("schemas", "parameters")) {
            components.path(section).fieldNames().forEachRemaining(name -> {
                if (!names.add(name.replaceAll("[^A-Za-z0-9]", ""))) {
                    twice.add(name);
                }
            });
        }

        assertEquals(List.of(), twice);
    }

    @Test
    void whatNeedsNoTokenIsWhatTheGatewayLetsThroughWithoutOne() throws IOException {
        List<String> open = new ArrayList<>();
        List<String> unguarded = new ArrayList<>();
        published().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    if (operation.getValue().has("security")) {
                        open.add(name);
                    }
                    if (!ApiRoutes.guards(
                            HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)), path.getKey())) {
                        unguarded.add(name);
                    }
                }));

        assertEquals(List.of("post /api/tickets/v1/connections/{id}/webhook"), open);
        assertEquals(open, unguarded);
    }

    @Test
    void everyGroupIsDescribed() throws IOException {
        List<String> bare = new ArrayList<>();
        published().path("tags").forEach(tag -> {
            if (tag.path("description").asText().isBlank()) {
                bare.add(tag.path("name").asText());
            }
        });

        assertEquals(List.of(), bare);
    }

    private static JsonNode published() throws IOException {
        return new YAMLMapper().readTree(Files.readString(API.resolve("remit.yaml")));
    }
}
