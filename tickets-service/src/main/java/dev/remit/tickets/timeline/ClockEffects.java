package dev.remit.tickets.timeline;

import dev.remit.tickets.clocks.ClockStatement;
import java.util.List;
import java.util.Set;

/** What a ticket's events did to its clocks, beside the items that tell of the events. */
final class ClockEffects {
    private final List<ClockStatement> statements;

    ClockEffects(List<ClockStatement> statements) {
        this.statements = statements;
    }

    TimelineItem beside(TimelineItem item) {
        List<ClockStatement> its = statements.stream()
                .filter(statement -> tellsOf(item, statement.event()))
                .toList();
        return its.isEmpty() ? item : item.with(its);
    }

    /** Whether an item tells of an event: by the same key, or as what a change in the source's snapshot meant. */
    private static boolean tellsOf(TimelineItem item, String event) {
        return switch (item.kind()) {
            case "STATUS_CHANGED" -> meant(item, event, Set.of("wait", "wait over", "responded"));
            case "SCHEDULE_CHANGED" -> meant(item, event, Set.of("schedule", "schedule over"));
            case "ASSIGNEE_CHANGED" -> meant(item, event, Set.of("assigned"));
            case "PRIORITY_CHANGED", "CLASS_CHANGED" -> meant(item, event, Set.of("terms"));
            case "REOPENED" -> event.startsWith(item.at() + " ") && event.endsWith(" reopened");
            case "RESTORED" -> event.startsWith(item.at() + " ") && event.endsWith(" restored");
            case "QUOTE_SENT" -> event.equals("quote " + item.key());
            case "QUOTE_DECIDED" -> event.equals("quote " + item.key() + " decided");
            default -> event.equals(item.key());
        };
    }

    /** The keys of all that one snapshot told begin alike. */
    private static boolean meant(TimelineItem item, String event, Set<String> meanings) {
        String snapshot =
                item.key().substring(0, item.key().length() - item.kind().length());
        return event.startsWith(snapshot) && meanings.contains(event.substring(snapshot.length()));
    }
}
