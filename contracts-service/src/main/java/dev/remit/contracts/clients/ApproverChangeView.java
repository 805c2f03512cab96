package dev.remit.contracts.clients;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change to a client's list of approvers, as the client and the feed are told. */
@Schema(name = "ApproverChange", description = "A change to the client's list of approvers.")
record ApproverChangeView(
        ApproverChange.Kind kind,

        @Schema(description = "The name the approver logs in with.", examples = "partner")
        String username,

        String name,
        String email,

        @MayBeAbsent @Schema(description = "Their e-mail before, where it was changed.")
        String emailBefore,

        ChangedBy by,
        Instant changedAt) {

    /** Who changed the list, as the verified token names them. */
    record ChangedBy(String name, String login, String subject) {}
}
