package dev.remit.engines.replay;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.evidence.JsonCursor;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Gathers what is found of one link. */
final class Findings {

    private final int link;
    private final String stamp;
    private final List<Finding> into;

    Findings(int link, JsonCursor payload, List<Finding> into) {
        this.link = link;
        this.stamp = stamp(payload);
        this.into = into;
    }

    /** Sets an answer beside one that is computed now; a fault of the inputs is an answer too, and never the same. */
    void compare(String subject, Object stated, Supplier<?> now) {
        String computed;
        try {
            computed = CanonicalJson.text(now.get());
        } catch (InvalidInput fault) {
            computed = fault.getMessage();
        }
        into.add(new Finding(link, subject, CanonicalJson.text(stated), computed, stamp));
    }

    /** The members of an object, to be changed at will. */
    static Map<String, Object> values(JsonCursor object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.members().forEach((name, member) -> values.put(name, member.value()));
        return values;
    }

    private static String stamp(JsonCursor payload) {
        StringBuilder stamp = new StringBuilder();
        differs(stamp, "engine", payload.member("engine").text(), EngineVersion.ENGINE);
        payload.member("tzdb")
                .members()
                .forEach((zone, version) ->
                        differs(stamp, "tzdb of " + zone, version.text(), EngineVersion.tzdb(ZoneId.of(zone))));
        return stamp.isEmpty() ? null : stamp.toString();
    }

    private static void differs(StringBuilder stamp, String what, String then, String now) {
        if (!then.equals(now)) {
            stamp.append(stamp.isEmpty() ? "" : ", ")
                    .append(what)
                    .append(" was ")
                    .append(then)
                    .append(" and is ")
                    .append(now);
        }
    }
}
