package dev.remit.notifications.mailchoices;

import dev.remit.notifications.mailkinds.MailKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of mail, and whether somebody wants it. */
@Schema(name = "MyMailKind", description = "A kind of mail.")
record MailKindChoice(
        @Schema(examples = "clock.breached") String kind,

        @Schema(description = "Whether none of it is wanted")
        boolean switchedOff,

        @Schema(description = "Whether it cannot be switched off")
        boolean demanded) {

    static MailKindChoice of(MailKind kind, boolean switchedOff) {
        return new MailKindChoice(kind.wireName(), switchedOff, kind.isDemanded());
    }
}
