package dev.remit.tickets.escalation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is told, where no person is named. */
@Schema(name = "EscalationAddressee")
public enum Addressee {
    /** Who has the ticket; the service desk where that is nobody known. */
    ASSIGNEE,
    SERVICE_DESK,
    OWNER
}
