package dev.remit.tickets.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulationBoundTest {
    private static final String START = "2026-01-01T00:00:00Z";

    private static InvalidInput refusal(Long targetMinutes, Integer businessDays, List<String> asOf) {
        SimulationCase asked = new SimulationCase(
                "UTC",
                Map.of("MONDAY", List.of(List.of("09:00", "10:00"))),
                null,
                null,
                START,
                targetMinutes,
                businessDays,
                businessDays == null ? null : "CLOSE",
                null,
                asOf);
        return assertThrows(InvalidInput.class, () -> asked.answer(new Calendars(new StepBudget(1_000, () -> false))));
    }

    @Test
    void whatCostsTooMuchIsTheFaultOfTheFieldThatAsksForItAndSaysTheBound() {
        assertEquals("targetMinutes", refusal(99_999_999L, null, null).path());
        assertEquals("businessDays", refusal(null, 366, null).path());
        InvalidInput far = refusal(null, null, List.of("2126-01-01T00:00:00Z"));
        assertEquals("asOf", far.path());
        assertTrue(far.problem().contains("1000 calendar steps"), far.problem());
    }
}
