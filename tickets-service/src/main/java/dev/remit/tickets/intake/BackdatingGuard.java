package dev.remit.tickets.intake;

import dev.remit.kit.problem.Problem;
import dev.remit.psa.TicketFacts;
import dev.remit.psa.TicketFacts.Message;
import dev.remit.psa.TicketFacts.Message.Party;
import dev.remit.psa.TicketFacts.Milestones;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps a person of the MSP from moving a clock into the past: what they say of the MSP's own doing counts from when they
 * say it. What the client wrote, and when the ticket came into being, may lie further back.
 */
final class BackdatingGuard {
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private final Set<Message> said = new HashSet<>();
    private TicketFacts before;

    /** Takes a snapshot that is known already, in the order of the source's time. */
    void know(Snapshot snapshot) {
        before = snapshot.facts(before);
        said.addAll(before.messages());
    }

    /**
     * @param answeredAtOnce whether it says that the MSP answered as the ticket came into being
     * @throws Problem validation, naming the field that lies too far back
     */
    void check(TicketFacts facts, boolean answeredAtOnce, Instant now) {
        Instant earliest = now.minus(TOLERATED);
        Milestones told = facts.milestones();
        Milestones known = before == null ? Milestones.NONE : before.milestones();
        refuse("sourceUpdatedAt", facts.sourceUpdatedAt(), earliest);
        if (answeredAtOnce && (before == null || before.channel() == null)) {
            refuse("createdAt", facts.createdAt(), earliest);
        }
        refuseNew("respondedAt", Milestones::respondedAt, told, known, earliest);
        refuseNew("plannedAt", Milestones::plannedAt, told, known, earliest);
        refuseNew("resolvedAt", Milestones::resolvedAt, told, known, earliest);
        refuseNew("closedAt", Milestones::closedAt, told, known, earliest);
        for (int i = 0; i < facts.messages().size(); i++) {
            Message message = facts.messages().get(i);
            if (message.from() == Party.MSP && !said.contains(message)) {
                refuse("messages[" + i + "].at", message.at(), earliest);
            }
        }
    }

    private static void refuseNew(
            String field, Function<Milestones, Instant> which, Milestones told, Milestones known, Instant earliest) {
        Instant at = which.apply(told);
        if (at != null && !at.equals(which.apply(known))) {
            refuse(field, at, earliest);
        }
    }

    private static void refuse(String field, Instant at, Instant earliest) {
        if (at.isBefore(earliest)) {
            throw Problem.invalid(
                    field, "counts from when it is sent, and must not lie more than five minutes back", "back-dated");
        }
    }
}
