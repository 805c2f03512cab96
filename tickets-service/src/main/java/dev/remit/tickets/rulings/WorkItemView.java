package dev.remit.tickets.rulings;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.workitems.WorkItem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of work asked for, with its current ruling.
 *
 * @param number 1 for what the ticket asked for first
 * @param title what was asked for; absent for the first, which goes by the ticket's
 * @param item the catalogue item that a person chose
 * @param quantity absent while nobody has counted
 * @param ruling absent while it waits for one
 */
@Schema(name = "WorkItem")
public record WorkItemView(
        UUID id,
        int number,
        @MayBeAbsent String title,
        @MayBeAbsent String item,
        @MayBeAbsent Quantity quantity,
        Instant createdAt,
        @MayBeAbsent RulingView ruling) {

    /**
     * How many units were counted, for a price by the unit.
     *
     * @param by the login of who said so
     */
    @Schema(name = "WorkItemQuantity")
    public record Quantity(long count, String by, Instant at) {}

    static WorkItemView of(WorkItem workItem, Optional<RulingRecord> ruling, boolean confidential) {
        return new WorkItemView(
                workItem.id(),
                workItem.number(),
                workItem.title().orElse(null),
                workItem.item().orElse(null),
                workItem.counted()
                        .map(units -> new Quantity(units.count(), units.by(), units.at()))
                        .orElse(null),
                workItem.createdAt(),
                ruling.map(stored -> RulingView.of(stored, workItem, confidential))
                        .orElse(null));
    }

    /** As those outside the service desk see a confidential ticket's. */
    public WorkItemView withoutTitle() {
        return new WorkItemView(id, number, null, item, quantity, createdAt, ruling);
    }
}
