package dev.remit.billing.approvals;

import dev.remit.engines.money.Money;
import dev.remit.engines.scope.Place;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a quote: work that is planned, or a time entry from before it. It is kept as it is shown. */
@Schema(
        description =
                "Work that a quote is for, as it will be billed: planned work, or a time entry that was recorded before it")
public record QuoteLine(
        String what,
        @MayBeAbsent String workType,
        @MayBeAbsent String role,
        @MayBeAbsent String siteCode,

        @MayBeAbsent @Schema(description = "Absent: no time is planned, and all of it counts as business hours")
        Instant start,

        @Schema(description = "Of each technician; 0 where no time is planned", examples = "540")
        long minutes,

        @MayBeAbsent @Schema(description = "How many units are planned; absent for none")
        Long units,

        @Schema(examples = "2") int technicians,

        @Schema(description = "Whether each of them travels there")
        boolean travel,

        @MayBeAbsent @Schema(description = "Where it is done; absent where nobody says")
        Place place,

        @MayBeAbsent @Schema(description = "The time entry, where the work was recorded before the quote")
        RecordedEntry timeEntry,

        @Schema(description = "By band, then trips") List<QuotePiece> pieces,

        @MayBeAbsent @Schema(description = "What will be billed, before tax; absent where nobody can say of any of it")
        MoneyJson amount,

        @Schema(description = "Whether the amount is of all of it")
        boolean complete) {

    /** Copies the list. */
    public QuoteLine {
        pieces = List.copyOf(pieces);
    }

    /** A line with the sum of its pieces. */
    public QuoteLine(
            String what,
            String workType,
            String role,
            String siteCode,
            Instant start,
            long minutes,
            Long units,
            int technicians,
            boolean travel,
            Place place,
            RecordedEntry timeEntry,
            List<QuotePiece> pieces) {
        this(
                what,
                workType,
                role,
                siteCode,
                start,
                minutes,
                units,
                technicians,
                travel,
                place,
                timeEntry,
                pieces,
                pieces.stream()
                        .map(QuotePiece::amount)
                        .filter(Objects::nonNull)
                        .map(MoneyJson::money)
                        .reduce(Money::plus)
                        .map(MoneyJson::of)
                        .orElse(null),
                pieces.stream().allMatch(QuotePiece::isComplete));
    }

    @Schema(name = "QuotedTimeEntry", description = "A time entry that a line is of")
    public record RecordedEntry(
            UUID timeEntryId,

            @Schema(description = "The local date of the work")
            LocalDate date,

            @Schema(description = "Who did it") String technician) {}

    long allMinutes() {
        return Math.multiplyExact(minutes, technicians);
    }

    /** The plan that the line is of; null for one that was recorded. */
    PlannedLine planned() {
        return timeEntry != null
                ? null
                : new PlannedLine(
                        what,
                        workType,
                        role,
                        siteCode,
                        start,
                        minutes == 0 ? null : Integer.valueOf(Math.toIntExact(minutes)),
                        units,
                        technicians,
                        travel,
                        place);
    }
}
