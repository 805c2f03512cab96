package dev.remit.billing.extras;

import dev.remit.kit.feed.Outbox.NewEvent;
import java.util.ArrayList;
import java.util.List;

/** What others are to hear of the lines of one computation. Work that is included and stays so is nobody's news. */
final class LineNews {
    private final List<NewEvent> events = new ArrayList<>();

    /** There is a line that was not there. */
    void opened(Extra line) {
        ToldLine now = ToldLine.of(line);
        if (now.isOfMoney()) {
            tell(now);
        }
    }

    /** @param before how it stood */
    void changed(ToldLine before, Extra line) {
        ToldLine now = ToldLine.of(line);
        if (!now.equals(before) && (now.isOfMoney() || before.isOfMoney())) {
            tell(now);
        }
    }

    /** There is a line no longer. */
    void dropped(Extra line) {
        if (ToldLine.of(line).isOfMoney()) {
            tell(ToldLine.dropped(line));
        }
    }

    /** A published line is reversed, or stands again. */
    void marked(Extra line) {
        tell(ToldLine.of(line));
    }

    private void tell(ToldLine line) {
        events.add(new NewEvent(line.type(), line.extraId(), line));
    }

    /** In the order in which it happened. */
    List<NewEvent> events() {
        return events;
    }
}
