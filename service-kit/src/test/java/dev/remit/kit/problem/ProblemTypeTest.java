package dev.remit.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {
    @ParameterizedTest
    @EnumSource
    void typeIsNamedForGood(ProblemType type) {
        assertTrue(type.slug().matches("[a-z]+(-[a-z]+)*"), type.slug());
        assertTrue(type.status() >= 400 && type.status() < 600);
        assertEquals("https://remit.dev/problems/" + type.slug(), type.uri().toString());
    }

    @Test
    void noTwoTypesShareAName() {
        assertEquals(
                ProblemType.values().length,
                Arrays.stream(ProblemType.values())
                        .map(ProblemType::slug)
                        .collect(Collectors.toSet())
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "400,validation",
        "404,not-found",
        "413,payload-too-large",
        "418,validation",
        "500,internal-error",
        "507,internal-error"
    })
    void bareStatusHasAType(int status, String slug) {
        assertEquals(slug, ProblemType.ofStatus(status).slug());
    }
}
