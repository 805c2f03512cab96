package dev.remit.notifications.mailchoices;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailkinds.MailLanguage;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has chosen of their mail. */
@Schema(name = "MyMail", description = "What you have chosen of the mail that you get.")
record MyMailView(
        @MayBeAbsent @Schema(description = "Absent where it is the MSP's")
        MailLanguage language,

        @MayBeAbsent
        @Schema(description = "Absent where it is your client's or your MSP's", examples = "America/New_York")
        String timeZone,

        @Schema(description = "Each kind of mail, whether or not anything of it ever comes to you")
        List<MailKindChoice> kinds) {

    static MyMailView of(Optional<MailChoice> choice) {
        return new MyMailView(
                choice.flatMap(MailChoice::language).orElse(null),
                choice.flatMap(MailChoice::zone).map(ZoneId::getId).orElse(null),
                Arrays.stream(MailKind.values())
                        .map(kind -> MailKindChoice.of(
                                kind,
                                choice.filter(chosen -> chosen.isOff(kind)).isPresent()))
                        .toList());
    }
}
