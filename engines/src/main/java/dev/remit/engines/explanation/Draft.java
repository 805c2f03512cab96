package dev.remit.engines.explanation;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.SecondsByOwner;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** A statement that is being made. */
final class Draft {
    static final String BY = "by";
    static final String WAS = "was";
    static final String IS = "is";
    static final Set<String> NOTES = Set.of(BY, WAS, IS);

    private final StatementCode code;
    private final TreeMap<String, String> parameters = new TreeMap<>();
    private Instant at;
    private ClockKind clock;
    private String cycle;
    private String event;

    Draft(StatementCode code) {
        this.code = code;
    }

    Draft at(Instant moment) {
        at = moment;
        return this;
    }

    Draft of(ClockKind whichClock, String whichCycle) {
        clock = whichClock;
        cycle = whichCycle;
        return this;
    }

    Draft by(String eventKey, EventNote note) {
        event = eventKey;
        return with(BY, note.by()).with(WAS, note.was()).with(IS, note.is());
    }

    /** @param value null for none */
    Draft with(String name, Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
        return this;
    }

    Draft with(SecondsByOwner seconds) {
        seconds.byOwner().forEach((owner, count) -> with(owner.name().toLowerCase(Locale.ROOT) + "Seconds", count));
        return with("realSeconds", seconds.total());
    }

    Statement in(Sentences sentences) {
        return sentences.complete(new Statement(code, at, clock, cycle, event, parameters, ""));
    }
}
