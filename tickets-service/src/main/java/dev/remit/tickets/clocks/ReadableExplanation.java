package dev.remit.tickets.clocks;

import dev.remit.engines.explanation.Explanation;
import dev.remit.engines.explanation.Statement;
import dev.remit.engines.sla.ClockKind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** An explanation as the present caller may read it. */
final class ReadableExplanation {
    private final Explanation explanation;
    private final Function<Statement, Stream<Statement>> readable;

    /** @param readable gives a statement as it may be read, or nothing */
    ReadableExplanation(Explanation explanation, Function<Statement, Stream<Statement>> readable) {
        this.explanation = explanation;
        this.readable = readable;
    }

    List<ClockStatement> of(ClockKind clock) {
        return views(explanation.of(clock));
    }

    List<ClockStatement> notDone() {
        return views(explanation.notDone());
    }

    List<ClockStatement> ofEvents() {
        return views(explanation.ofEvents());
    }

    private List<ClockStatement> views(List<Statement> statements) {
        return statements.stream().flatMap(readable).map(ClockStatement::of).toList();
    }
}
