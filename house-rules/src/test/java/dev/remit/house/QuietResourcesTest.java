package dev.remit.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds the annotations of resources under a ceiling: what an operation does is to be seen between them. */
class QuietResourcesTest {
    /** Verb, path, roles and binding of a thin operation come to about a fifth; texts belong into Javadoc. */
    private static final int MOST_PERCENT = 25;

    @TestFactory
    Stream<DynamicTest> noResourceIsMoreAnnotationsThanIsNeeded() {
        return HouseRulesTest.HOUSE_CLASSES.stream()
                .filter(Rules::isResource)
                .filter(resource -> resource.isTopLevelClass() && !resource.isInterface())
                .map(resource -> DynamicTest.dynamicTest(resource.getName(), () -> {
                    AnnotatedLines lines = AnnotatedLines.of(source(resource));
                    assertTrue(
                            lines.percent() <= MOST_PERCENT,
                            () -> resource.getSimpleName() + " has annotations on " + lines.percent()
                                    + " % of its lines");
                }));
    }

    @Test
    void whatAnAnnotationSpreadsOverIsCounted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("Loud.java");
        Files.writeString(file, """
                @Deprecated
                class Loud {
                    @SuppressWarnings({
                        "one",
                        "other"
                    })
                    void shout(@Deprecated int loudness) {}
                }
                """);
        assertEquals(new AnnotatedLines(6, 8), AnnotatedLines.of(file));
    }

    private static Path source(JavaClass resource) throws IOException {
        Path inModule = Path.of("src/main/java", resource.getName().replace('.', '/') + ".java");
        try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
            List<Path> found = modules.map(module -> module.resolve(inModule))
                    .filter(Files::isRegularFile)
                    .toList();
            assertEquals(1, found.size(), () -> resource.getName() + " is in " + found);
            return found.getFirst();
        }
    }
}
