package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What may be done without asking, and who may say yes to what.
 *
 * @param clause the clause that says so
 * @param standing what is approved beforehand
 * @param limits to what each role may approve
 * @param secondApproverAbove the amount above which two must approve; null for none
 * @param verbalLimit to which a spoken yes is taken; null for none
 * @param emergency what becomes of urgent work that nobody approved
 */
@Schema(name = "ApprovalTerms", description = "What may be done without asking, and who may say yes to what.")
public record Approvals(
        @NotNull @Pattern(regexp = Clause.ID) String clause,
        @Size(max = 50) List<@NotNull @Valid StandingApproval> standing,
        @Size(max = 50) List<@NotNull @Valid Limit> limits,
        @Pattern(regexp = RateCard.AMOUNT) String secondApproverAbove,
        @Pattern(regexp = RateCard.AMOUNT) String verbalLimit,
        Emergency emergency) {

    public Approvals {
        standing = Terms.copy(standing);
        limits = Terms.copy(limits);
    }

    /** What becomes of urgent work that nobody approved. */
    @Schema(name = "EmergencyApproval")
    public enum Emergency {
        /** It waits for a yes afterwards. */
        HELD,
        /** It is approved beforehand. */
        STANDING
    }

    /**
     * What is approved beforehand.
     *
     * @param upTo an amount
     * @param per for which it is
     * @param items catalogue items for which it is; empty for all
     * @param priorities for which it is; empty for all
     * @param role of the client's people who gave it
     */
    @Schema(name = "StandingApproval", description = "What is approved beforehand.")
    public record StandingApproval(
            @NotNull @Pattern(regexp = RateCard.AMOUNT) @Schema(examples = "500.00")
            String upTo,

            @NotNull Per per,

            @Size(max = 200) @Schema(description = "Absent: all.")
            List<@NotNull @Pattern(regexp = Slug.FORM) String> items,

            @Size(max = 20) @Schema(description = "Absent: all.")
            List<@NotNull @Pattern(regexp = ServiceLevel.PRIORITY) String> priorities,

            @NotNull @Pattern(regexp = Slug.FORM) @Schema(examples = "partner")
            String role) {

        public StandingApproval {
            items = Terms.copy(items);
            priorities = Terms.copy(priorities);
        }

        /** For what an amount is. */
        @Schema(name = "StandingApprovalPer")
        public enum Per {
            TICKET,
            MONTH
        }
    }

    /**
     * To what a role may approve.
     *
     * @param role of the client's people
     * @param upTo an amount
     */
    @Schema(name = "ApprovalLimit", description = "To what a role may approve.")
    public record Limit(
            @NotNull @Pattern(regexp = Slug.FORM) String role,
            @NotNull @Pattern(regexp = RateCard.AMOUNT) String upTo) {}
}
