package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shipped with each program: nothing that only tests or developers use, and a bill of materials that says all of it. */
class ShippedLibraries {

    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FOR_DEVELOPERS =
            Pattern.compile(".*(swagger-ui|graphql-ui|dev-ui|devui|vertx-http-dev|live-reload|ide-launcher).*");
    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FOR_TESTS =
            Pattern.compile(".*(smallrye-jwt-build|quarkus-junit|quarkus-test|junit|rest-assured|awaitility|hamcrest"
                    + "|mockito|wiremock|jqwik|archunit|testcontainers|json-schema-validator|-deployment-|jmh|h2-).*");

    /**
     * The OpenAPI extension of the services does not build without the runtime part of its page, which has no page in it and
     * serves nothing.
     */
    @ParameterizedTest
    @CsvSource({
        "contracts-service, io.quarkus.quarkus-swagger-ui",
        "tickets-service, io.quarkus.quarkus-swagger-ui",
        "billing-service, io.quarkus.quarkus-swagger-ui",
        "notifications-service, io.quarkus.quarkus-swagger-ui",
        "gateway, org.webjars.swagger-ui"
    })
    void ofWhatDevelopersUseAProgramHasOnlyThis(String module, String known) throws IOException {
        List<Path> found = paths(HOUSE.resolve(module).resolve("target/quarkus-app/lib")).stream()
                .filter(jar -> FOR_DEVELOPERS.matcher(name(jar)).matches())
                .toList();
        assertEquals(
                List.of(known),
                found.stream().map(jar -> name(jar).replaceFirst("-\\d.*", "")).toList());
        try (JarFile jar = new JarFile(found.getFirst().toFile())) {
            assertEquals(
                    module.equals("gateway"),
                    jar.stream().anyMatch(entry -> entry.getName().endsWith(".html")),
                    "pages in " + known);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"contracts-service", "tickets-service", "billing-service", "notifications-service", "gateway"})
    void aProgramHasNoLibraryThatOnlyTestsUse(String module) throws IOException {
        List<String> jars = jars(HOUSE.resolve(module).resolve("target/quarkus-app/lib"));
        assertTrue(jars.size() > 50, jars.toString());
        assertEquals(
                List.of(),
                jars.stream().filter(jar -> FOR_TESTS.matcher(jar).matches()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contracts-service",
                "tickets-service",
                "billing-service",
                "notifications-service",
                "gateway",
                "stack"
            })
    void itsBillOfMaterialsNamesEveryLibraryWithItsVersion(String module) throws IOException {
        Path target = HOUSE.resolve(module).resolve("target");
        JsonNode bill = JSON.readTree(target.resolve("sbom.cdx.json").toFile());
        assertEquals("CycloneDX", bill.path("bomFormat").asText());
        Set<String> named = new TreeSet<>();
        for (JsonNode component : bill.path("components")) {
            named.add(component.path("name").asText() + " "
                    + component.path("version").asText() + classifier(component));
        }
        Set<String> unnamed = jars(target.resolve(module.equals("stack") ? "lib" : "quarkus-app/lib")).stream()
                .filter(jar -> named.stream().noneMatch(component -> isOf(jar, component)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unnamed);
    }

    /** With a hyphen before it, where the component has one. */
    private static String classifier(JsonNode component) {
        Matcher classifier = CLASSIFIER.matcher(component.path("purl").asText());
        return classifier.find() ? "-" + classifier.group(1) : "";
    }

    /** A jar is called by its artifact and version, in a service with the group before them. */
    private static boolean isOf(String jar, String component) {
        String[] known = component.split(" ", 2);
        String end = known[0] + "-" + known[1] + ".jar";
        return jar.equals(end) || jar.endsWith("." + end);
    }

    private static List<String> jars(Path folder) throws IOException {
        return paths(folder).stream().map(ShippedLibraries::name).toList();
    }

    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> name(file).endsWith(".jar")).sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
