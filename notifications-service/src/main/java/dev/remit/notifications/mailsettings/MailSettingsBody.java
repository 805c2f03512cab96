package dev.remit.notifications.mailsettings;

import dev.remit.notifications.mailkinds.Audience;
import dev.remit.notifications.mailkinds.MailLanguage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How people are to be written to. */
@Schema(
        name = "MailSettingsBody",
        description =
                "How people are to be written to. It takes the place of what was there as a whole; what is absent is"
                        + " as usual.",
        additionalProperties = Schema.False.class)
record MailSettingsBody(
        @Size(max = 200)
        @Schema(description = "In whose name; the MSP's where it is absent.", examples = "Acme IT Service Desk")
        String fromName,

        @Email
        @Size(max = 254)
        @Schema(
                description = "Where answers go; nowhere in particular where it is absent.",
                examples = "desk@acme.example")
        String replyTo,

        @Schema(
                description =
                        "In which language, where whoever is written to has chosen none. English where it is absent.")
        MailLanguage language,

        @Size(max = 64)
        @Schema(
                description =
                        "In which zone times are told and hours are quiet, where neither the person nor their client has"
                                + " one. UTC where it is absent.",
                examples = "Europe/London")
        String timeZone,

        @Valid
        @Schema(description = "When nothing is sent but what concerns a P1. From 20:00 to 07:00 where it is absent.")
        QuietHoursBody quietHours,

        @Size(max = 500)
        @Pattern(
                regexp = "https://[^\\s\"<>{}]+\\{id\\}[^\\s\"<>{}]*",
                message = "must be an https address with {id} in it")
        @Schema(
                description =
                        "The page on which your clients decide quotes, to which the mail leads; {id} stands for the"
                                + " quote's id.",
                examples = "https://portal.acme.example/quotes/{id}")
        String quotePage,

        @Size(max = 30) @Schema(description = "Who is written to about what; of a kind without a rule, who is usually.")
        List<@NotNull @Valid MailRuleBody> rules) {

    @Schema(
            name = "QuietHours",
            description = "By the local time of whoever is written to. No hours where both ends are the same.",
            additionalProperties = Schema.False.class)
    record QuietHoursBody(
            @NotNull @Pattern(regexp = TIME, message = "must be a time such as 20:00") @Schema(examples = "20:00")
            String from,

            @NotNull @Pattern(regexp = TIME, message = "must be a time such as 07:00") @Schema(examples = "07:00")
            String to) {
        private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

        QuietHours hours() {
            return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
        }

        static QuietHoursBody of(QuietHours hours) {
            return new QuietHoursBody(hours.from().toString(), hours.to().toString());
        }
    }

    @Schema(
            name = "MailRuleBody",
            description = "Who is written to about something.",
            additionalProperties = Schema.False.class)
    record MailRuleBody(
            @NotNull @Size(max = 40) @Schema(examples = "clock.breached")
            String kind,

            @NotNull @Size(max = 5) @Schema(description = "Nobody where it is empty.")
            List<@NotNull Audience> to) {}

    List<MailRule> storedRules() {
        return rules == null
                ? List.of()
                : rules.stream()
                        .map(rule -> new MailRule(
                                rule.kind(), rule.to().stream().distinct().toList()))
                        .toList();
    }
}
