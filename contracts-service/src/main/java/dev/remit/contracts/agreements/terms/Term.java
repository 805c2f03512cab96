package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long the parties are bound, and how they part.
 *
 * @param clause the clause that says so
 * @param initialTermMonths months in which nobody may leave without a cause; may be null
 * @param initialTermFrom from which date they count; null is the first date of the version
 * @param renewal what follows the initial term
 * @param termination who may end it when
 * @param postTerm what becomes of work after the end
 */
@Schema(name = "TermOfAgreement", description = "How long the parties are bound, and how they part.")
public record Term(
        @NotNull @Pattern(regexp = Clause.ID) @Schema(examples = "9.1")
        String clause,

        @Min(1) @Max(600) @Schema(description = "Months from initialTermFrom.", examples = "12")
        Integer initialTermMonths,

        @Schema(
                description =
                        "From which date the initial term and the periods after it count. Absent: the first date of"
                                + " the version. A version that amends another counts from where that one does.",
                examples = "2026-01-01")
        LocalDate initialTermFrom,

        @Valid Renewal renewal,
        @Valid Leaving termination,
        @Valid PostTerm postTerm) {

    private static final int MOST_PERIODS = 1200;

    /**
     * When the initial term and each period after it end, in order: none without an initial term, and one where nothing
     * follows it or what follows is for good.
     *
     * @param effectiveFrom the first date of the version
     */
    public Stream<LocalDate> periodEnds(LocalDate effectiveFrom) {
        if (initialTermMonths == null) {
            return Stream.empty();
        }
        LocalDate from = initialTermFrom == null ? effectiveFrom : initialTermFrom;
        boolean goesOn = renewal != null && renewal.mode() == Renewal.Mode.AUTOMATIC && renewal.months() != null;
        return Stream.iterate(0L, period -> period + 1)
                .limit(goesOn ? MOST_PERIODS : 1)
                .map(period -> from.plusMonths(initialTermMonths + (goesOn ? period * renewal.months() : 0)));
    }

    /**
     * When the period ends in which a date lies.
     *
     * @param effectiveFrom the first date of the version
     * @return empty where the parties are bound no more
     */
    public Optional<LocalDate> boundUntil(LocalDate effectiveFrom, LocalDate date) {
        return periodEnds(effectiveFrom).filter(end -> end.isAfter(date)).findFirst();
    }

    /**
     * What follows the initial term.
     *
     * @param mode whether it goes on
     * @param months for how long each time; null for good
     * @param noticeDays by how many days before its end a party says that it does not go on
     * @param noticeBy in which form
     */
    @Schema(name = "RenewalTerms", description = "What follows the initial term.")
    public record Renewal(
            @NotNull Mode mode,

            @Min(1) @Max(600) @Schema(description = "For how long each time. Absent: for good.", examples = "12")
            Integer months,

            @Min(0)
            @Max(3660)
            @Schema(
                    description = "By how many days before its end a party says that it does not go on.",
                    examples = "90")
            Integer noticeDays,

            @Size(max = 40)
            @Schema(description = "In which form: LETTER, EMAIL or in other words.", examples = "LETTER")
            @Pattern(regexp = PlainText.FILLED)
            String noticeBy) {

        /** Whether the agreement goes on after its initial term. */
        @Schema(name = "RenewalMode")
        public enum Mode {
            /** It ends. */
            NONE,
            /** It goes on unless one party says otherwise in time. */
            AUTOMATIC,
            /** It ends unless both sign the next version. */
            BY_AGREEMENT
        }
    }

    /**
     * Who may end it when.
     *
     * @param convenienceNoticeDays days of notice without a cause, after the initial term; null where there is no such right
     * @param causes for which it may be ended at once
     */
    @Schema(name = "TerminationTerms", description = "Who may end it when.")
    public record Leaving(
            @Min(0)
            @Max(3660)
            @Schema(
                    description =
                            "Days of notice without a cause, after the initial term. Absent: there is no such right.",
                    examples = "60")
            Integer convenienceNoticeDays,

            @Size(max = 50)
            @Schema(description = "For which it may be ended at once.", examples = "[\"Fees unpaid for 60 days\"]")
            List<@NotBlank @Size(max = 500) String> causes) {

        public Leaving {
            causes = Terms.copy(causes);
        }
    }

    /**
     * What becomes of work after the end.
     *
     * @param kind held until somebody decides, or charged
     * @param rateCard by which it is charged
     */
    @Schema(name = "PostTerm", description = "What becomes of work after the end.")
    public record PostTerm(
            @NotNull Kind kind,

            @Valid @Schema(description = "Of the kind RATE_CARD.")
            RateCard rateCard) {

        /** How work after the end is treated. */
        @Schema(name = "PostTermKind")
        public enum Kind {
            /** It is kept and not charged until somebody decides. */
            HELD,
            /** It is charged by a rate card of its own. */
            RATE_CARD
        }
    }
}
