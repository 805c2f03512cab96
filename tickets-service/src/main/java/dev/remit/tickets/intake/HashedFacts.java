package dev.remit.tickets.intake;

import dev.remit.engines.evidence.Sha256;
import dev.remit.psa.TicketFacts;
import dev.remit.psa.TimeEntryFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * The canonical bytes of a snapshot with what orders it among its object's others: the source's time, then the hash.
 *
 * @param sourceUpdatedAt to the microsecond
 * @param hash lower-case hex
 */
public record HashedFacts(Instant sourceUpdatedAt, byte[] bytes, String hash) {

    /** @param kept the members of which the snapshot says nothing */
    public static HashedFacts of(TicketFacts facts, Collection<String> kept) {
        return seal(facts.sourceUpdatedAt(), FactsJson.write(facts, kept));
    }

    /** @param kept the members of which the snapshot says nothing */
    public static HashedFacts of(TimeEntryFacts facts, Collection<String> kept) {
        return seal(facts.sourceUpdatedAt(), FactsJson.write(facts, kept));
    }

    private static HashedFacts seal(Instant sourceUpdatedAt, byte[] bytes) {
        return new HashedFacts(sourceUpdatedAt.truncatedTo(ChronoUnit.MICROS), bytes, Sha256.hex(bytes));
    }

    /** Whether these facts come after others of the same object. */
    public boolean isAfter(Instant otherUpdatedAt, String otherHash) {
        int byTime = sourceUpdatedAt.compareTo(otherUpdatedAt);
        return byTime > 0 || (byTime == 0 && hash.compareTo(otherHash) > 0);
    }
}
