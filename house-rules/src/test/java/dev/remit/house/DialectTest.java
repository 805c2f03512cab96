package dev.remit.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is done in one way in all modules and leaves no mark in their classes. */
class DialectTest {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SETTING_BY_ITSELF = Pattern.compile("@ConfigProperty\\(name = \"remit\\.");

    @Test
    void eachPackageSaysWhatItHolds() {
        Set<Path> packages = sources().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
        assertFalse(packages.isEmpty());
        packages.removeIf(folder -> Files.exists(folder.resolve("package-info.java")));
        assertEquals(Set.of(), packages);
    }

    @Test
    void settingsOfOursAreReadThroughTheMappingOfTheirRoom() {
        List<Path> others = sources()
                .filter(source -> SETTING_BY_ITSELF.matcher(text(source)).find())
                .toList();
        assertEquals(List.of(), others);
    }

    private static Stream<Path> sources() {
        try (Stream<Path> modules = Files.list(HOUSE)) {
            return modules
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(DialectTest::under)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
