package dev.remit.billing.extras;

import dev.remit.kit.feed.Outbox.NewEvent;
import java.util.ArrayList;
import java.util.List;

/** What others are to hear of the lines of one computation. Work that is included and stays so is nobody's news. */
final class LineAnnouncer {
    private final List<NewEvent> events = new ArrayList<>();

    /** There is a line that was not there. */
    void opened(Extra line) {
        LineSnapshot now = LineSnapshot.of(line);
        if (now.isOfMoney()) {
            tell(now);
        }
    }

    /** @param before how it stood */
    void changed(LineSnapshot before, Extra line) {
        LineSnapshot now = LineSnapshot.of(line);
        if (!now.equals(before) && (now.isOfMoney() || before.isOfMoney())) {
            tell(now);
        }
    }

    /** There is a line no longer. */
    void dropped(Extra line) {
        if (LineSnapshot.of(line).isOfMoney()) {
            tell(LineSnapshot.dropped(line));
        }
    }

    /** A published line is reversed, or stands again. */
    void marked(Extra line) {
        tell(LineSnapshot.of(line));
    }

    private void tell(LineSnapshot line) {
        events.add(new NewEvent(line.type(), line.extraId(), line));
    }

    /** In the order in which it happened. */
    List<NewEvent> events() {
        return events;
    }
}
