package dev.remit.engines.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.calendar.Band;
import java.util.List;
import java.util.Map;

/** A result as a simulation answers it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RatingAnswer(
        List<Entry> entries,
        List<Line> lines,
        List<RatingResult.BlockUse> blocks,
        long subtotalMinor,
        long billedMinor,
        long overCapMinor,
        long taxMinor,
        long totalMinor) {

    /** What became of an entry. */
    record Entry(
            String id,
            long actualSeconds,
            long roundedMinutes,
            long billableMinutes,
            @JsonInclude(JsonInclude.Include.ALWAYS) Map<Band, Long> bands) {}

    /** A line; one that is no labour has a band that is null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            String entry,
            RatedLine.Kind kind,
            Band band,
            long minutes,
            long blockMinutes,
            long chargedMinutes,
            long amountMinor,
            long billedMinor) {}

    static RatingAnswer of(RatingResult result) {
        return new RatingAnswer(
                result.entries().stream().map(RatingAnswer::entry).toList(),
                result.lines().stream().map(RatingAnswer::line).toList(),
                result.blocks(),
                result.subtotalMinor(),
                result.billedMinor(),
                result.overCapMinor(),
                result.taxMinor(),
                result.totalMinor());
    }

    private static Entry entry(RatingResult.RatedEntry entry) {
        return new Entry(
                entry.id(), entry.actualSeconds(), entry.roundedMinutes(), entry.billableMinutes(), entry.bands());
    }

    private static Line line(RatedLine line) {
        return new Line(
                line.entry(),
                line.kind(),
                line.band(),
                line.minutes(),
                line.blockMinutes(),
                line.chargedMinutes(),
                line.amountMinor(),
                line.billedMinor());
    }
}
