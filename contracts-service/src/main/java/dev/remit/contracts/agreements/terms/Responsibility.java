package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.PlainText;
import dev.remit.contracts.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the client owes.
 *
 * @param clause the clause that says so
 * @param code its name for programs
 * @param text what is to be done
 * @param of whom or what it is kept
 * @param items catalogue items whose work it concerns; empty for all
 * @param due when
 * @param evidence by which it is shown; may be null
 * @param effect of missing it
 * @param afterNotice whether it has an effect only once the client was told
 */
@Schema(name = "ClientResponsibility", description = "What the client owes.")
public record Responsibility(
        @NotNull @Pattern(regexp = Clause.ID) String clause,

        @NotNull @Pattern(regexp = Slug.FORM) @Schema(examples = "machines-on-overnight")
        String code,

        @NotBlank @Size(max = 1000) @Schema(examples = "Leave workstations switched on at night for patching.")
        String text,

        @NotNull Of of,

        @Size(max = 200) @Schema(description = "Absent: all.")
        List<@NotNull @Pattern(regexp = Slug.FORM) String> items,

        @NotNull @Valid Due due,

        @Size(max = 500) @Pattern(regexp = PlainText.FILLED) String evidence,

        @NotNull Effect effect,
        Boolean afterNotice) {

    public Responsibility {
        items = Terms.copy(items);
    }

    /** Of whom or what it is kept. */
    @Schema(name = "ResponsibilityOf")
    public enum Of {
        PERSON,
        DEVICE,
        EVENT
    }

    /** What follows where it is missed. */
    @Schema(name = "ResponsibilityEffect")
    public enum Effect {
        PAUSES_RESOLUTION,
        WORK_IS_EXTRA,
        NONE
    }

    /**
     * When it is due: again and again, or within days of a request.
     *
     * @param every how often; may be null
     * @param withinDays of a request; may be null
     */
    @Schema(name = "ResponsibilityDue", description = "Again and again, or within days of a request.")
    public record Due(Cycle every, @Min(0) @Max(3660) Integer withinDays) {

        /** How often. */
        @Schema(name = "ResponsibilityCycle")
        public enum Cycle {
            NIGHT,
            WEEK,
            MONTH,
            YEAR
        }
    }
}
