package dev.remit.engines.replay;

import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.json.Json;
import dev.remit.engines.sla.MessageDelivery;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.SlaTerms;
import java.time.Instant;
import java.util.List;

/** A reading is computed again from the pinned terms, the events, and the two moments it was asked for. */
final class ReadingReplay {

    private ReadingReplay() {}

    /** What the reading was computed from. */
    private record Inputs(SlaTerms terms, MessageDelivery messages, List<SlaEvent> events) {

        SlaReading read(Moments moments) {
            return SlaClocks.read(
                    required(terms, "terms"),
                    required(messages, "messages"),
                    events == null ? List.of() : events,
                    moments.asOf(),
                    InvalidInput.at("reading", () -> required(moments.knownAt(), "knownAt")));
        }
    }

    /** The moments it was asked for. */
    private record Moments(Instant asOf, Instant knownAt) {}

    static void of(ObjectNode payload, Findings findings) {
        JsonNode reading = payload.path("reading");
        Moments moments = Json.read(reading, Moments.class, "reading");
        Instant asOf = InvalidInput.at("reading", () -> required(moments.asOf(), "asOf"));
        findings.compare("reading " + asOf, reading, () -> Json.read(payload, Inputs.class)
                .read(moments));
    }
}
