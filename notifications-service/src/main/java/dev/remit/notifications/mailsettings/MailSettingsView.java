package dev.remit.notifications.mailsettings;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.notifications.mailkinds.Audience;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailkinds.MailLanguage;
import dev.remit.notifications.mailsettings.MailSettingsBody.QuietHoursBody;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How people are written to, with what is usual where the owner has not said. */
@Schema(name = "MailSettings", description = "How people are written to, with what is usual where nobody has said.")
record MailSettingsView(
        @Schema(description = "In whose name", examples = "Acme IT")
        String fromName,

        @MayBeAbsent @Schema(description = "Where answers go; absent where they go nowhere in particular")
        String replyTo,

        @Schema(description = "Where whoever is written to has chosen none")
        MailLanguage language,

        @Schema(description = "Where neither the person nor their client has one", examples = "Europe/London")
        String timeZone,

        QuietHoursBody quietHours,

        @MayBeAbsent @Schema(description = "The page on which clients decide quotes; {id} stands for the quote's id")
        String quotePage,

        @Schema(description = "Each kind of mail") List<Rule> rules) {

    @Schema(name = "MailRule", description = "Who is written to about something.")
    record Rule(
            @Schema(examples = "clock.breached") String kind,

            @Schema(description = "Nobody where it is empty")
            List<Audience> to,

            @Schema(description = "Whether neither an owner nor a recipient can switch it off")
            boolean demanded) {}

    static MailSettingsView of(MailPlan plan) {
        return new MailSettingsView(
                plan.fromName(),
                plan.replyTo(),
                plan.language(),
                plan.zone().getId(),
                QuietHoursBody.of(plan.quietHours()),
                plan.quotePage(),
                Arrays.stream(MailKind.values())
                        .map(kind -> new Rule(kind.wireName(), plan.to(kind), kind.isDemanded()))
                        .toList());
    }
}
