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

/** Every setting that the code reads is in the documents, and every one in the documents is read. */
class SettingsDocumentTest {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SETTING = Pattern.compile("\\bREMIT_[A-Z]+(?:_[A-Z]+)*\\b");
    private static final Pattern USE = Pattern.compile("\\$\\{(REMIT_[A-Z_]+)(:?)");
    private static final List<String> PROGRAMS =
            List.of("service-kit", "contracts-service", "tickets-service", "billing-service", "gateway");

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
    void whatHasNoDefaultInTheCodeHasNoneInTheTable() {
        Map<String, String> defaults = table();
        Set<String> wrong = new TreeSet<>();
        for (MatchResult use : uses("service-kit/src/main/resources/META-INF/microprofile-config.properties")) {
            String documented = defaults.get(use.group(1));
            boolean optional = !use.group(2).isEmpty();
            if (documented == null || documented.startsWith("none") == optional) {
                wrong.add(use.group(1) + ", in the table: " + documented);
            }
        }
        // A setting that other settings fall back to is used with and without a default.
        assertEquals(Set.of(), wrong);
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

    /** The rows of the table of settings: variable and default. */
    private static Map<String, String> table() {
        Map<String, String> rows = new TreeMap<>();
        String text = read(HOUSE.resolve("docs/operations.md"));
        String section = text.substring(text.indexOf("## Settings of a service"), text.indexOf("## Images"));
        section.lines().filter(line -> line.startsWith("| `REMIT_")).forEach(line -> {
            String[] cells = line.split("\\|");
            assertEquals(5, cells.length, "variable, type, meaning, default: " + line);
            SETTING.matcher(cells[1]).results().forEach(name -> rows.put(name.group(), cells[4].strip()));
        });
        return rows;
    }

    private static List<MatchResult> uses(String file) {
        return USE.matcher(read(HOUSE.resolve(file))).results().toList();
    }

    /** The gateway's own settings are read by the names of a mapping's methods. */
    private static Set<String> gatewayMappings() {
        String mapping = read(HOUSE.resolve("gateway/src/main/java/dev/remit/gateway/GatewayConfig.java"));
        Set<String> own = Pattern.compile("(?m)^ +\\S+ (\\w+)\\(\\);")
                .matcher(mapping)
                .results()
                .map(method -> "REMIT_GATEWAY_"
                        + method.group(1).replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        String given = read(HOUSE.resolve("gateway/src/main/resources/application.properties"));
        own.removeIf(name -> given.contains("\nremit."
                + name.substring(6)
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("_", ".")
                        .replace('_', '-') + "="));
        return own;
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
