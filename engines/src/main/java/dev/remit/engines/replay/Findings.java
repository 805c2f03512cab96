package dev.remit.engines.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.json.Json;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Gathers what is found of one link. */
final class Findings {

    private final int link;
    private final String stamp;
    private final List<Finding> into;

    /** What a link was computed with: the version of the engine, and of the rules of zones. */
    private record Stamp(String engine, Map<String, String> tzdb) {

        /** Null where nothing differs. */
        String differences() {
            List<String> differences = new ArrayList<>();
            note(differences, "engine", InvalidInput.required(engine, "engine"), EngineVersion.ENGINE);
            if (tzdb != null) {
                tzdb.forEach((zone, version) ->
                        note(differences, "tzdb of " + zone, version, EngineVersion.tzdb(ZoneId.of(zone))));
            }
            return differences.isEmpty() ? null : String.join(", ", differences);
        }

        private static void note(List<String> differences, String what, String then, String now) {
            if (!then.equals(now)) {
                differences.add(what + " was " + then + " and is " + now);
            }
        }
    }

    Findings(int link, JsonNode payload, List<Finding> into) {
        this.link = link;
        this.stamp = Json.read(payload, Stamp.class).differences();
        this.into = into;
    }

    /** Sets an answer beside one that is computed now; a fault of the inputs is an answer too, and never the same. */
    void compare(String subject, JsonNode stated, Supplier<?> now) {
        String computed;
        try {
            computed = CanonicalJson.text(now.get());
        } catch (InvalidInput fault) {
            computed = fault.getMessage();
        }
        into.add(new Finding(link, subject, CanonicalJson.text(stated), computed, stamp));
    }
}
