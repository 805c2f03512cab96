package dev.remit.tickets.clocks;

import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.sla.Owner;
import dev.remit.kit.json.CanonicalRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The hours in which tickets' time goes on, compiled once. The hash says all of them, so that they may be shared. */
@ApplicationScoped
public class Hours {
    private static final int MOST = 1_000;

    private final LifeParts parts;
    private final Map<String, CompiledCalendar> compiled = new ConcurrentHashMap<>();

    Hours(LifeParts parts) {
        this.parts = parts;
    }

    static String hash(CalendarText hours) {
        return Sha256.hex(CanonicalRecords.bytes(hours));
    }

    /**
     * Those in which some time of a client's tickets goes on.
     *
     * @param hash of the hours
     * @param owner whose that time is
     */
    public CompiledCalendar hashed(String hash, UUID clientId, Owner owner) {
        CompiledCalendar known = compiled.get(hash);
        if (known == null) {
            if (compiled.size() >= MOST) {
                compiled.clear();
            }
            known = CompiledCalendar.of(parts.hours(hash, clientId, owner));
            compiled.put(hash, known);
        }
        return known;
    }
}
