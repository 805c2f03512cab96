package dev.remit.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.remit.house.broken.contracts.SurprisingResource;
import dev.remit.kit.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever problem an operation can answer by its code, the API document tells its status. */
class ToldProblemsTest {
    private static final Map<String, Set<String>> TOLD = told();

    @Test
    void everyProblemOfAnOperationIsTold() {
        Set<String> untold = new TreeSet<>();
        endpoints().forEach(method -> ProblemsWithin.of(method).forEach(problem -> published(method)
                .filter(id -> !TOLD.get(id).contains(Integer.toString(problem.status())))
                .forEach(id -> untold.add(id + ": " + problem.status() + " for " + problem))));
        assertEquals(Set.of(), untold, "name the status in the method's @return, then run make openapi");
    }

    @Test
    void noOperationIsOverlooked() {
        assertEquals(
                TOLD.keySet(),
                endpoints().flatMap(ToldProblemsTest::published).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noWayToAProblemIsOverlooked() {
        JavaClass resource = HouseRulesTest.BROKEN_CLASSES.get(SurprisingResource.class);
        assertEquals(
                Set.of(ProblemType.CONFLICT, ProblemType.WRONG_STATE, ProblemType.STALE, ProblemType.RULE_BROKEN),
                ProblemsWithin.of(resource.getMethod("surprise")));
    }

    private static Stream<JavaMethod> endpoints() {
        return HouseRulesTest.HOUSE_CLASSES.stream()
                .map(JavaClass::getMethods)
                .flatMap(Collection::stream)
                .filter(Rules::isEndpoint);
    }

    /** The operations of a method: one that services share is called after each of them. */
    private static Stream<String> published(JavaMethod method) {
        String name = method.getName();
        String shared = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Stream.concat(
                        Stream.of(name),
                        Stream.of("contracts", "tickets", "billing", "notifications")
                                .map(service -> service + shared))
                .filter(TOLD::containsKey);
    }

    private static Map<String, Set<String>> told() {
        Map<String, Set<String>> told = new TreeMap<>();
        for (JsonNode path : document().path("paths")) {
            for (String verb : List.of("get", "put", "post", "patch", "delete")) {
                JsonNode operation = path.path(verb);
                if (operation.has("operationId")) {
                    told.put(
                            operation.path("operationId").asText(),
                            operation.path("responses").properties().stream()
                                    .map(Map.Entry::getKey)
                                    .collect(Collectors.toSet()));
                }
            }
        }
        return told;
    }

    private static JsonNode document() {
        Path file = Path.of("../api/remit.yaml");
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }
}
