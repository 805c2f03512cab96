package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.TooMuchWork;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.rating.RatingResult.RatedEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rates work: splits it by band, rounds and shares its minutes, draws from blocks, prices, caps and taxes it. The answer
 * depends on the case alone and not on the order of its lists.
 */
public final class RatingEngine {

    private static final Comparator<MeasuredEntry> BY_START =
            Comparator.comparing((MeasuredEntry m) -> m.entry.start()).thenComparing(m -> m.entry.id());

    private RatingEngine() {}

    /**
     * Rates a case.
     *
     * @return never null; nothing but zeros for a case without entries
     * @throws InvalidInput naming the place: an entry whose work the card has no rate for, or which lacks what its travel
     *     terms need; sums that do not fit; an entry whose days are more than the budget of its calendar
     */
    public static RatingResult rate(RatingCase work) {
        try {
            List<MeasuredEntry> entries = measure(work);
            Groups.bill(entries);
            Allocation allocation = new Allocation(work);
            Surcharges surcharges = new Surcharges();
            for (MeasuredEntry entry : entries) {
                allocation.labour(entry);
                surcharges.charge(entry, allocation);
            }
            return allocation.result(rated(entries));
        } catch (ArithmeticException e) {
            throw new InvalidInput("entries", "add up to more than can be counted");
        }
    }

    private static List<MeasuredEntry> measure(RatingCase work) {
        List<MeasuredEntry> entries = new ArrayList<>(work.entries().size());
        for (int i = 0; i < work.entries().size(); i++) {
            try {
                entries.add(new MeasuredEntry(work, i));
            } catch (TooMuchWork refused) {
                throw refused.at("entries[" + i + "].end");
            }
        }
        entries.sort(BY_START);
        return entries;
    }

    private static List<RatedEntry> rated(List<MeasuredEntry> entries) {
        List<RatedEntry> rated = new ArrayList<>(entries.size());
        for (MeasuredEntry measured : entries) {
            Map<Band, Long> bands = new LinkedHashMap<>(4);
            for (MeasuredEntry.Piece piece : measured.pieces) {
                if (piece.minutes > 0) {
                    bands.merge(piece.band, piece.minutes, Long::sum);
                }
            }
            TimeEntry entry = measured.entry;
            rated.add(new RatedEntry(
                    entry.id(),
                    measured.localDate,
                    entry.spanSeconds(),
                    entry.billedSeconds(),
                    entry.workedSeconds() != null && Math.abs(entry.workedSeconds() - entry.spanSeconds()) > 60,
                    measured.roundedMinutes,
                    measured.billableMinutes,
                    bands));
        }
        return rated;
    }
}
