package dev.remit.notifications.mailchoices;

import dev.remit.notifications.mailkinds.MailLanguage;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody chooses of their mail. */
@Schema(
        name = "MyMailBody",
        description = "What you choose of the mail that you get. It takes the place of what was there as a whole.",
        additionalProperties = Schema.False.class)
record MyMailBody(
        @Size(max = 30)
        @Schema(
                description =
                        "Kinds of which you want none; none where it is absent. What is demanded cannot be among them.",
                examples = "[\"digest.weekly\"]")
        List<@NotNull @Size(max = 40) String> switchedOff,

        @Schema(description = "In which language; the MSP's where it is absent.")
        MailLanguage language,

        @Size(max = 64)
        @Schema(
                description =
                        "In which zone times are told and hours are quiet; your client's or your MSP's where it is"
                                + " absent.",
                examples = "America/New_York")
        String timeZone) {}
