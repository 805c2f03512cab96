package dev.remit.house;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.remit.house.broken.contracts.DeepResource;
import dev.remit.house.broken.tickets.ManyClocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the house against its rules, and each rule against a house that breaks it. */
class HouseRulesTest {

    private static final String HOUSE = "dev.remit";
    private static final String BROKEN = "dev.remit.house.broken";

    static final JavaClasses HOUSE_CLASSES = new ClassFileImporter().importPaths(moduleClasses());
    static final JavaClasses BROKEN_CLASSES = new ClassFileImporter().importPackages(BROKEN);

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return rules(HOUSE)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE_CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFindsWhatBreaksIt() {
        return rules(BROKEN)
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(),
                        () -> assertTrue(rule.evaluate(BROKEN_CLASSES).hasViolation(), rule.getDescription())));
    }

    @Test
    void noWayToTheWallClockIsOverlooked() {
        List<String> reported = Rules.wallClockLivesInTheKit(BROKEN)
                .evaluate(BROKEN_CLASSES)
                .getFailureReport()
                .getDetails();
        BROKEN_CLASSES.get(ManyClocks.class).getMethods().forEach(way -> assertReported(reported, way.getFullName()));
    }

    @Test
    void noViewIsDeepEnoughToHideAnEntity() {
        List<String> reported = Rules.resourcesShowNoEntity(BROKEN)
                .evaluate(BROKEN_CLASSES)
                .getFailureReport()
                .getDetails();
        assertReported(reported, DeepResource.class.getName() + ".page()");
    }

    private static void assertReported(List<String> reported, String name) {
        assertTrue(reported.stream().anyMatch(line -> line.contains(name)), () -> name + " is not among " + reported);
    }

    @Test
    void theHouseIsThereToBeInspected() {
        for (String module : List.of(
                "engines", "psa", "kit", "contracts", "tickets", "billing", "notifications", "gateway", "stack")) {
            assertTrue(
                    HOUSE_CLASSES.stream()
                            .anyMatch(type -> type.getPackageName().startsWith(HOUSE + "." + module)),
                    "no compiled class of " + module);
        }
        assertFalse(HOUSE_CLASSES.stream().noneMatch(Rules::isResource), "no resource was found");
        assertFalse(HOUSE_CLASSES.stream().noneMatch(Rules::isEntity), "no entity was found");
    }

    private static Stream<ArchRule> rules(String root) {
        return Stream.of(
                Rules.enginesArePure(root),
                Rules.adaptersArePlain(root),
                Rules.servicesAreStrangers(root),
                Rules.kitKnowsNoService(root),
                Rules.wallClockLivesInTheKit(root),
                Rules.fewRunNativeSql(root),
                Rules.whatIsInternalIsForServices(root),
                Rules.resourcesShowNoEntity(root),
                Rules.readsSeeOneMoment(root),
                Rules.readsSayWhetherTheyAreOnRecord(root),
                Rules.operationsAreToldByJavadoc(root),
                Rules.operationsSayWhatTheyProduce(root),
                Rules.entitiesSayWhetherTheyAreAudited(root),
                Rules.noFloatingPointFields(root, "engines", "billing"),
                Rules.noFloatingPointSignatures(root, "engines", "billing"),
                Rules.noCycles(root, "engines"),
                Rules.noCycles(root, "tickets"),
                Rules.noCycles(root, "contracts"),
                Rules.noCycles(root, "billing"),
                Rules.noCycles(root, "notifications"));
    }

    private static List<Path> moduleClasses() {
        try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
            return modules.map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the house's folders cannot be listed", unreadable);
        }
    }
}
