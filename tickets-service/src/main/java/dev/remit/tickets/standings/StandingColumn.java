package dev.remit.tickets.standings;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;

/** Keeps how a ticket's open clocks stood in one column. */
public class StandingColumn extends JsonColumn<Standing> {
    public StandingColumn() {
        super(new TypeReference<>() {});
    }
}
