package dev.remit.tickets.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;

/** Keeps what is only shown of a ticket in one column. */
public class TicketParticularsColumn extends JsonColumn<TicketParticulars> {
    public TicketParticularsColumn() {
        super(new TypeReference<>() {});
    }
}
