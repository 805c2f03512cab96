package dev.remit.notifications.mailkinds;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is written to. */
@Schema(name = "MailAudience")
public enum Audience {
    /** Whom a quote was sent to; of anything else, the client's approvers. */
    APPROVER,
    /** Who stands in for the approver. */
    DEPUTIES,
    /** Whose work it is; the service desk where that is not known. */
    TECHNICIAN,
    SERVICE_DESK,
    OWNER
}
