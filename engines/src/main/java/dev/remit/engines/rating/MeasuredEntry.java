package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.BandPiece;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** An entry with its seconds by band, and, once its group is rounded, its minutes. */
final class MeasuredEntry {

    private static final int BANDS = Band.values().length;

    final TimeEntry entry;
    /** Of the entry in its case, for faults. */
    final int position;

    final RatingTerms terms;
    final HourlyRate rate;
    final LocalDate localDate;
    /** In order of first appearance; a zero-length entry has none. */
    final Band[] bands;

    private final long[] seconds;

    long roundedMinutes;
    long billableMinutes;
    /** Beside {@link #bands}. */
    long[] minutes;

    MeasuredEntry(TimeEntry entry, RatingTerms terms, int position) {
        this.entry = entry;
        this.position = position;
        this.terms = terms;
        localDate = terms.localDate(entry);
        rate = terms.card().hourlyRate(entry.workType(), entry.role(), localDate);
        if (rate == null) {
            throw new InvalidInput(
                    "entries[" + position + "].workType",
                    "has no hourly rate on " + localDate + " in the rate card: " + entry.workType());
        }
        if (entry.date() != null) {
            long hours = entry.billedSeconds();
            bands = hours == 0 ? new Band[0] : new Band[] {Band.BUSINESS};
            seconds = hours == 0 ? new long[0] : new long[] {hours};
            minutes = new long[bands.length];
            return;
        }
        List<BandPiece> pieces = terms.calendar().bands(entry.start(), entry.end());
        Band[] order = new Band[BANDS];
        long[] sums = new long[BANDS];
        int count = 0;
        for (BandPiece piece : pieces) {
            int at = 0;
            while (at < count && order[at] != piece.band()) {
                at++;
            }
            if (at == count) {
                order[count++] = piece.band();
            }
            sums[at] += piece.seconds();
        }
        bands = Arrays.copyOf(order, count);
        seconds = Arrays.copyOf(sums, count);
        minutes = new long[count];
    }

    /** The band that the work starts in, even where it has no length. */
    Band startBand() {
        if (entry.date() != null) {
            return Band.BUSINESS;
        }
        return bands.length > 0 ? bands[0] : terms.calendar().bandAt(entry.start());
    }

    void bill(long rounded, long billable) {
        roundedMinutes = rounded;
        billableMinutes = billable;
        minutes = LargestRemainder.share(billable, seconds);
    }
}
