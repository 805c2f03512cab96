package dev.remit.engines.sla;

import dev.remit.engines.evidence.Members;
import java.util.LinkedHashMap;
import java.util.Map;

/** A reading as plain JSON values: two are equal exactly when their readings are. */
public final class ReadingJson {

    private ReadingJson() {}

    /** A reading with every cycle of every clock, every wait and whose each second was. */
    public static Map<String, Object> write(SlaReading reading) {
        Map<String, Object> seconds = new LinkedHashMap<>();
        for (Owner owner : Owner.values()) {
            seconds.put(owner.name(), reading.seconds().of(owner));
        }
        return new Members()
                .text("asOf", reading.asOf())
                .text("knownAt", reading.knownAt())
                .text("createdAt", reading.createdAt())
                .put("clocks", reading.clocks().stream().map(ReadingJson::write).toList())
                .put("waits", reading.waits().stream().map(ReadingJson::write).toList())
                .text("owner", reading.owner())
                .put("seconds", seconds)
                .text("cancelledFor", reading.cancelledFor())
                .text("nextChange", reading.nextChange())
                .map();
    }

    private static Map<String, Object> write(ClockReading clock) {
        return new Members()
                .text("kind", clock.kind())
                .text("state", clock.state())
                .text("notRun", clock.notRun())
                .put("cycles", clock.cycles().stream().map(ReadingJson::write).toList())
                .map();
    }

    private static Map<String, Object> write(CycleReading cycle) {
        return new Members()
                .put("key", cycle.key())
                .text("startedAt", cycle.startedAt())
                .text("state", cycle.state())
                .put("targetSeconds", cycle.targetSeconds())
                .put("consumedSeconds", cycle.consumedSeconds())
                .text("due", cycle.due())
                .text("breachedAt", cycle.breachedAt())
                .text("endedAt", cycle.endedAt())
                .text("pausedBy", cycle.pausedBy())
                .text("cancelledFor", cycle.cancelledFor())
                .put(
                        "warnings",
                        cycle.warnings().stream().map(ReadingJson::write).toList())
                .put("stops", cycle.stops().stream().map(ReadingJson::write).toList())
                .map();
    }

    private static Map<String, Object> write(Warning warning) {
        return new Members()
                .put("percent", warning.percent())
                .text("at", warning.at())
                .put("fired", warning.fired())
                .map();
    }

    private static Map<String, Object> write(Stop stop) {
        return new Members()
                .put("key", stop.key())
                .text("at", stop.at())
                .put("consumedSeconds", stop.consumedSeconds())
                .put("met", stop.met())
                .map();
    }

    private static Map<String, Object> write(WaitReading wait) {
        return new Members()
                .put("key", wait.key())
                .text("reason", wait.reason())
                .text("from", wait.from())
                .text("to", wait.to())
                .text("end", wait.end())
                .text("judgedBy", wait.judgedBy())
                .map();
    }
}
