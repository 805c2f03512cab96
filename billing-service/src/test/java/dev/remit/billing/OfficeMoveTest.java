package dev.remit.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law firm's office move, to the cent. */
@QuarkusTest
class OfficeMoveTest extends BillingTest {
    static final List<String> STORY = List.of(
            "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
            "TRAVEL 75.00 billed 75.00 over 0.00 OPEN",
            "LABOUR 2025.00 billed 1900.00 over 125.00 OPEN",
            "TRAVEL 75.00 billed 0.00 over 75.00 HELD OVER_CAP");

    @Test
    void twoTechniciansASaturdayAndACap() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.recorded(firm.saturday("miguel"));
        assertEquals(STORY, firm.lines());
    }
}
