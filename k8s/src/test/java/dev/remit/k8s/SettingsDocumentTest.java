package dev.remit.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting that the code reads is in the documents with its default, and every one in the documents is read. */
class SettingsDocumentTest {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SETTING = Pattern.compile("\\bREMIT_[A-Z]+(?:_[A-Z]+)*\\b");
    private static final Pattern USE = Pattern.compile("\\$\\{(REMIT_[A-Z_]+)(:?)");
    private static final String GATEWAY_CONFIG = "gateway/src/main/java/dev/remit/gateway/GatewayConfig.java";
    private static final Pattern MAPPED =
            Pattern.compile("(?:@WithDefault\\(\"([^\"]*)\"\\)\\s+)?\\b[A-Za-z]+ (\\w+)\\(\\);");
    private static final List<String> PROGRAMS = List.of(
            "service-kit",
            "contracts-service",
            "tickets-service",
            "billing-service",
            "notifications-service",
            "gateway");

    @Test
    void codeAndDocumentsNameTheSameSettings() {
        Set<String> code = new TreeSet<>();
        files("src/main").forEach(file -> code.addAll(names(file)));
        code.addAll(names(HOUSE.resolve("k8s/keycloak/remit-realm.json")));
        code.addAll(gatewayMappings());
        Set<String> documents = new TreeSet<>();
        documents().forEach(file -> documents.addAll(names(file)));
        documents.remove("REMIT_CLI");
        assertEquals(only(code, documents), only(documents, code), "left: undocumented, right: read by nobody");
        assertTrue(code.size() > 30, code.toString());
    }

    @Test
    void theServicesHaveTheDefaultsOfTheirTable() {
        Map<String, String> code = new TreeMap<>();
        code.putAll(defaults("service-kit/src/main/resources/META-INF/microprofile-config.properties"));
        for (String service : List.of("contracts", "tickets", "billing", "notifications")) {
            code.putAll(defaults(service + "-service/src/main/resources/application.properties"));
        }
        assertEquals(code, table("## Settings of a service"));
    }

    @Test
    void theGatewayHasTheDefaultsOfItsTable() {
        Map<String, String> code = defaults("gateway/src/main/resources/application.properties");
        MAPPED.matcher(read(HOUSE.resolve(GATEWAY_CONFIG)))
                .results()
                .filter(method -> method.group(1) != null)
                .forEach(method -> code.put(gatewayName(method.group(2)), method.group(1)));
        assertTrue(code.keySet().containsAll(gatewayMappings()), "a mapping without a default: " + code.keySet());
        assertEquals(code, table("## Settings of the gateway"));
    }

    @Test
    void theStackHasThePortsOfItsTable() {
        Map<String, String> code = new TreeMap<>();
        Pattern.compile("\"(REMIT_[A-Z_]+_PORT)\", ([0-9_]+)\\)")
                .matcher(read(HOUSE.resolve("stack/src/main/java/dev/remit/stack/StackPorts.java")))
                .results()
                .forEach(port -> code.put(port.group(1), port.group(2).replace("_", "")));
        Map<String, String> documented = new TreeMap<>();
        Pattern.compile("(?m)^\\| [^|]+ \\| (\\d+) \\| `(REMIT_[A-Z_]+_PORT)` \\|$")
                .matcher(read(HOUSE.resolve("docs/operations.md")))
                .results()
                .forEach(row -> documented.put(row.group(2), row.group(1)));
        assertEquals(code, documented);
        assertEquals(13, code.size());
    }

    @Test
    void noSecretHasADefault() {
        for (String program : PROGRAMS) {
            for (Path file : files(HOUSE.resolve(program).resolve("src/main/resources"))) {
                List<String> secrets = USE.matcher(read(file))
                        .results()
                        .filter(use -> use.group(1).endsWith("PASSWORD")
                                || use.group(1).endsWith("SECRET"))
                        .filter(use -> !use.group(2).isEmpty())
                        .map(MatchResult::group)
                        .toList();
                assertEquals(List.of(), secrets, file.toString());
            }
        }
    }

    /** The rows of the table under a heading: variable and default, without what is said of it behind a semicolon. */
    private static Map<String, String> table(String heading) {
        Map<String, String> rows = new TreeMap<>();
        String text = read(HOUSE.resolve("docs/operations.md"));
        int from = text.indexOf(heading);
        String section = text.substring(from, text.indexOf("\n## ", from));
        section.lines().filter(line -> line.startsWith("| `REMIT_")).forEach(line -> {
            String[] cells = line.split("\\|");
            assertEquals(5, cells.length, "variable, type, meaning, default: " + line);
            String given = cells[4].split(";")[0].replace("`", "").strip();
            SETTING.matcher(cells[1]).results().forEach(name -> rows.put(name.group(), given));
        });
        return rows;
    }

    /** What a program does without each setting outside development and tests; a use with a default counts before one without. */
    private static Map<String, String> defaults(String file) {
        Map<String, String> properties = new TreeMap<>();
        read(HOUSE.resolve(file))
                .lines()
                .filter(line -> line.matches("[a-z].*=.*"))
                .forEach(line -> properties.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        Map<String, String> defaults = new TreeMap<>();
        for (String value : properties.values()) {
            USE.matcher(value).results().forEach(use -> {
                String rest = value.substring(use.end());
                if (use.group(2).isEmpty()) {
                    defaults.putIfAbsent(use.group(1), "none");
                } else if (rest.startsWith("}")) {
                    defaults.put(use.group(1), "empty");
                } else {
                    String given = rest.substring(0, rest.indexOf('}')).replace("${", "");
                    String fallback = properties.getOrDefault(given, given);
                    defaults.put(use.group(1), fallback.replaceAll("[${}]", ""));
                }
            });
        }
        return defaults;
    }

    /** The gateway's own settings are read by the names of a mapping's methods. */
    private static Set<String> gatewayMappings() {
        Set<String> own = MAPPED.matcher(read(HOUSE.resolve(GATEWAY_CONFIG)))
                .results()
                .map(method -> gatewayName(method.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
        String given = read(HOUSE.resolve("gateway/src/main/resources/application.properties"));
        own.removeIf(name -> given.contains("\nremit."
                + name.substring(6)
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("_", ".")
                        .replace('_', '-') + "="));
        return own;
    }

    private static String gatewayName(String method) {
        return "REMIT_GATEWAY_" + method.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private static Set<String> only(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static Set<String> names(Path file) {
        return SETTING.matcher(read(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(String folder) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(HOUSE)) {
            modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .filter(path -> !path.startsWith(HOUSE.resolve("k8s")))
                    .forEach(path -> found.addAll(files(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> documents() {
        return List.of(
                HOUSE.resolve("docs/operations.md"),
                HOUSE.resolve("gateway/README.md"),
                HOUSE.resolve("k8s/keycloak/README.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
