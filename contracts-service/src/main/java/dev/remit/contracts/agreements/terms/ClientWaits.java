package dev.remit.contracts.agreements.terms;

import dev.remit.engines.sla.ClientWaitRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a wait for the client is the client's time. Each member may be absent for what is usual.
 *
 * @param proof what shows that the client was asked
 * @param questionWithinMinutes how near to the status a public question must be
 * @param atMostBusinessDays business days after which the time is the MSP's again
 * @param withoutLimit true where it never is
 */
@Schema(
        name = "ClientWaits",
        description =
                "When a wait for the client is the client's time. It ends at the client's next message, whatever the"
                        + " status says.")
public record ClientWaits(
        @Schema(
                description = "What shows that the client was asked: the status, a public question, or a question where"
                        + " the connection delivers messages and the status where it does not. Absent: the last.",
                examples = "QUESTION")
        ClientWaitRule.Proof proof,

        @Min(0)
        @Max(10_080)
        @Schema(
                description = "How many minutes before or after the status a public question counts. Absent: 15.",
                examples = "15")
        Integer questionWithinMinutes,

        @Min(1)
        @Max(366)
        @Schema(
                description =
                        "Business days after which the time is the MSP's again. Absent: 5, where withoutLimit is not"
                                + " true.",
                examples = "5")
        Integer atMostBusinessDays,

        @Schema(description = "True where a wait stays the client's time however long it lasts.")
        Boolean withoutLimit) {}
