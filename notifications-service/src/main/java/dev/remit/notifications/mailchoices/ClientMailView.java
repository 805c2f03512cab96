package dev.remit.notifications.mailchoices;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailkinds.MailLanguage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client has chosen of its people's mail. */
@Schema(name = "ClientMail", description = "What a client has chosen of the mail that its people get.")
record ClientMailView(
        @Schema(examples = "whitfield-crane") String clientCode,

        @MayBeAbsent @Schema(description = "Absent where it is the MSP's")
        MailLanguage language,

        @Schema(description = "Each kind of mail, whether or not anything of it ever comes to a client")
        List<MailKindChoice> kinds) {

    static ClientMailView of(String clientCode, Optional<ClientMailChoice> choice) {
        return new ClientMailView(
                clientCode,
                choice.flatMap(ClientMailChoice::language).orElse(null),
                Arrays.stream(MailKind.values())
                        .map(kind -> MailKindChoice.of(
                                kind,
                                choice.filter(chosen -> chosen.isOff(kind)).isPresent()))
                        .toList());
    }
}
