package dev.remit.billing.approvals;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Which quotes to show. */
public class QuoteFilter {
    /** Only of this client. */
    @QueryParam("clientCode")
    String clientCode;

    /** Only in this state. */
    @QueryParam("status")
    QuoteStatus status;

    /** Only for this ticket. */
    @QueryParam("ticketId")
    UUID ticketId;

    /** Only those that are out and that nobody can decide. */
    @QueryParam("needsApprover")
    Boolean needsApprover;
}
