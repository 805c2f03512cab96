package dev.remit.engines.replay;

import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.sla.MessageDelivery;
import dev.remit.engines.sla.ReadingJson;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaJson;
import java.time.Instant;

/** A reading is computed again from the pinned terms, the events, and the two moments it was asked for. */
final class ReadingReplay {

    private ReadingReplay() {}

    static void of(JsonCursor payload, Findings findings) {
        JsonCursor reading = payload.member("reading");
        Instant asOf = reading.member("asOf").instant();
        findings.compare(
                "reading " + asOf,
                reading.value(),
                () -> ReadingJson.write(SlaClocks.read(
                        SlaJson.readTerms(payload.member("terms")),
                        payload.member("messages").oneOf(MessageDelivery.class),
                        payload.member("events").list(SlaJson::readEvent),
                        asOf,
                        reading.member("knownAt").instant())));
    }
}
