package dev.remit.billing.extras;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Which extras to show. */
public class ExtraFilter {
    /** Only of this client. */
    @QueryParam("clientCode")
    String clientCode;

    /** Only in this state. Lines of included work are left out unless this asks for them. */
    @QueryParam("status")
    ExtraStatus status;

    /** Only for this ticket. */
    @QueryParam("ticketId")
    UUID ticketId;
}
