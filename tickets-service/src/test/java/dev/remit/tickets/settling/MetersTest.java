package dev.remit.tickets.settling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.Management;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a scrape says of rulings and clocks, and that it follows what happens. */
@QuarkusTest
class MetersTest extends TicketsTest {
    private static final String EXTRA = "remit_rulings_total{verdict=\"EXTRA\"}";
    private static final String OPEN = "remit_clocks_open";
    private static final String CLOCK_LAG = "remit_sweep_lag_seconds{sweep=\"clocks\"}";

    @Test
    void aRulingIsCountedByItsVerdictAndItsClocksAreOpenUntilTheyEnd() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        long rulings = meter(EXTRA);
        long open = meter(OPEN);

        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        assertEquals(rulings + 1, meter(EXTRA));
        assertEquals(open + 2, meter(OPEN), "response and resolution");

        msp.clock("2026-06-11T18:05:00Z");
        msp.send("70123", Snapshot.officeMove().at("2026-06-11T18:00:01Z").status("Cancelled"));
        msp.awaitUntil("/tickets/by-ref/cw/70123", ticket -> meter(OPEN) == open);
    }

    @Test
    void aClockThatStandsStillIsNotOpenWhenItsAgreementHasEnded() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        long open = meter(OPEN);
        Snapshot answered = Snapshot.officeMove().message("m1", "2026-06-11T18:05:00Z", "MSP");
        String id = msp.send("70123", answered);
        msp.awaitRuled(id);
        msp.send("70123", answered.at("2026-06-11T18:10:00Z").status("Waiting Vendor"));
        msp.awaitUntil("/tickets/" + id + "/clocks", clocks -> "PAUSED"
                .equals(clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.state")));
        assertEquals(open + 1, meter(OPEN), "resolution");

        msp.tellEnd("2026-06-12");

        msp.awaitUntil("/tickets/" + id, ticket -> meter(OPEN) == open);
    }

    @Test
    void aClockThatIsDueByTheMachinesTimeIsNotLateInASandbox() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        msp.awaitRuled(msp.send("70123", Snapshot.officeMove()));
        assertTrue(meter(CLOCK_LAG) < Duration.ofDays(1).toSeconds());
    }

    private static long meter(String name) {
        return Management.get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .mapToLong(value -> (long) Double.parseDouble(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no meter " + name));
    }
}
