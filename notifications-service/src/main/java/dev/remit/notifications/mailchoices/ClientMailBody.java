package dev.remit.notifications.mailchoices;

import dev.remit.notifications.mailkinds.MailLanguage;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client chooses of its people's mail. */
@Schema(
        name = "ClientMailBody",
        description =
                "What a client chooses of the mail that its people get. It takes the place of what was there as a whole.",
        additionalProperties = Schema.False.class)
record ClientMailBody(
        @Size(max = 30)
        @Schema(
                description =
                        "Kinds of which its people get none; none where it is absent. What is demanded cannot be among"
                                + " them.",
                examples = "[\"cap.near\"]")
        List<@NotNull @Size(max = 40) String> switchedOff,

        @Schema(
                description =
                        "In which language its people are written to who have chosen none; the MSP's where it is absent.")
        MailLanguage language) {}
