package dev.remit.billing.extras;

import dev.remit.engines.calendar.Band;
import java.util.UUID;

/** A line as the fold wants it to stand. */
record Draft(Key key, Figures figures, Grounds grounds) {

    /** What makes an unpublished line the same line from one fold to the next. */
    record Key(UUID timeEntryId, Origin origin, UUID refersTo, LineKind kind, Band band) {}

    static Draft rated(UUID timeEntryId, LineKind kind, Figures figures, Grounds grounds) {
        return new Draft(new Key(timeEntryId, Origin.RATED, null, kind, figures.band()), figures, grounds);
    }

    Draft with(Figures changed) {
        return new Draft(key, changed, grounds);
    }
}
