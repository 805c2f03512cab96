package dev.remit.journeys;

import static dev.remit.journeys.Checks.lines;
import static dev.remit.journeys.Checks.says;

import dev.remit.stack.Stack;
import dev.remit.stack.demo.OfficeMove;
import dev.remit.stack.demo.RemitApi;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The office move once more, while contracts-service is stopped before the ticket comes, billing-service is away when it is
 * ruled and killed while the Saturday's time comes in, and tickets-service is killed right after it took that in. Everything
 * ends in the same cents and at the same deadlines.
 */
@Isolated
class ServicesComeBack {

    private static Stack stack;
    private static RemitApi api;

    @BeforeAll
    static void start() {
        stack = JourneyStack.shared();
        api = JourneyStack.ownTenant();
        // While contracts-service is away, nobody is given an account.
        List.of("desk", "partner", "finance", "psa-sync").forEach(api::token);
    }

    /** Wherever the story broke off, the journeys after it find every service there. */
    @AfterAll
    static void nobodyIsAway() {
        List.of("contracts", "tickets", "billing")
                .forEach(name -> stack.service(name).start());
    }

    @Test
    void nothingIsLostWhileServicesAreAway() {
        OfficeMove story = new OfficeMove(api, OfficeMove.TICKET, OfficeMove.THURSDAY);
        story.thursdayBegins();

        stack.service("contracts").stop();
        stack.service("billing").stop();
        says("EXTRA", story.ticketIsSynced(), "/workItems/0/ruling/verdict");
        stack.service("billing").start();
        says("DRAFT", story.quoteIsDrafted(), "/status");
        stack.service("contracts").start();

        story.quoteIsSent();
        story.deskAnswers();
        stack.service("tickets").kill();
        stack.service("tickets").start();
        story.partnerApproves();
        says("2026-06-18T17:00:00Z", story.clock("RESOLUTION"), "/due");

        story.saturdayBegins();
        stack.service("billing").kill();
        story.saturdayIsSynced();
        stack.service("tickets").kill();
        stack.service("tickets").start();
        stack.service("billing").start();

        lines(
                List.of(
                        "dana LABOUR 540 2025.00 2025.00 0.00 OPEN",
                        "dana TRAVEL 0 75.00 75.00 0.00 OPEN",
                        "miguel LABOUR 540 2025.00 1900.00 125.00 OPEN",
                        "miguel TRAVEL 0 75.00 0.00 75.00 HELD"),
                story.extras());
        says("MET", story.clock("RESPONSE"), "/state");
        says("MET", story.clock("RESOLUTION"), "/state");
        says("510", story.clock("RESOLUTION"), "/consumedMinutes");
        says("3", story.bookkeeperCutsOff(), "/lines");
    }
}
