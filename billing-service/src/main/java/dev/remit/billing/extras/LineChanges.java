package dev.remit.billing.extras;

import dev.remit.engines.ledger.LedgerLine;
import dev.remit.engines.ledger.LineKey;
import dev.remit.engines.ledger.Origin;
import dev.remit.engines.ledger.Outcome;
import dev.remit.kit.ids.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the difference between what a book says and what its facts come to into rows and journal entries. */
final class LineChanges {
    private final StoredBook book;
    private final Extras extras;
    private final LineJournal journal;
    private final Ids ids;
    private final String cause;
    private final Instant now;
    private final List<Extra> unpublished = new ArrayList<>();
    private final Map<Extra, LineEvent> events = new LinkedHashMap<>();
    private final Set<Extra> revalued = new HashSet<>();
    private final LineAnnouncer news = new LineAnnouncer();

    LineChanges(StoredBook book, Extras extras, LineJournal journal, Ids ids, String cause, Instant now) {
        this.book = book;
        this.extras = extras;
        this.journal = journal;
        this.ids = ids;
        this.cause = cause;
        this.now = now;
    }

    void apply(Outcome outcome) {
        List<Extra> lines = book.linesOf(outcome.facts().entries());
        Map<LineKey, Extra> present = lines.stream()
                .filter(line -> !line.isPublished())
                .collect(Collectors.toMap(Extra::key, Function.identity()));
        Map<UUID, UUID> reversals = new HashMap<>();
        List<Extra> added = new ArrayList<>();
        for (LedgerLine wanted : outcome.lines()) {
            Extra line = present.remove(wanted.key());
            LineContent content = book.content(wanted, line);
            if (line == null) {
                line = new Extra(ids.next(), book.clientId(), content);
                added.add(line);
                events.put(line, LineEvent.OPENED);
                revalued.add(line);
            } else if (!line.content().equals(content)) {
                change(line, content);
            }
            line.rest(outcome.atRest().contains(line.timeEntryId()));
            unpublished.add(line);
            if (line.origin() == Origin.REVERSAL) {
                reversals.put(line.refersTo(), line.id());
            }
        }
        present.values().forEach(this::drop);
        added.forEach(this::open);
        lines.stream().filter(Extra::isPublished).forEach(line -> mark(line, outcome, reversals));
    }

    private void change(Extra line, LineContent content) {
        if (!content.figures().isWorthAs(line.figures().figures())) {
            revalued.add(line);
        }
        LineSnapshot before = LineSnapshot.of(line);
        line.become(content);
        news.changed(before, line);
        journal.add(line, LineEvent.CHANGED, cause, now);
        events.put(line, LineEvent.CHANGED);
    }

    private void drop(Extra line) {
        journal.add(line, LineEvent.DROPPED, cause, now);
        events.put(line, LineEvent.DROPPED);
        news.dropped(line);
        extras.delete(line);
    }

    private void open(Extra line) {
        extras.persist(line);
        news.opened(line);
        journal.add(line, LineEvent.OPENED, cause, now);
    }

    private void mark(Extra line, Outcome outcome, Map<UUID, UUID> reversals) {
        long released = outcome.released().getOrDefault(line.id(), line.releasedMinor());
        if (line.releasedMinor() != released) {
            line.release(released);
            journal.add(line, LineEvent.RELEASED, cause, now);
        }
        UUID reversal = reversals.get(line.id());
        if (reversal == null && line.reversedBy() != null && isPublished(line.reversedBy())) {
            return;
        }
        if (!Objects.equals(line.reversedBy(), reversal)) {
            if (reversal == null) {
                line.reinstate();
            } else {
                line.reverseBy(reversal);
            }
            journal.add(line, reversal == null ? LineEvent.REINSTATED : LineEvent.REVERSED, cause, now);
            news.marked(line);
        }
    }

    private boolean isPublished(UUID reversal) {
        Extra line = extras.findById(reversal);
        return line != null && line.isPublished();
    }

    /** What others are to hear. */
    LineAnnouncer news() {
        return news;
    }

    /** What happened to unpublished lines; those to which nothing did are left out. */
    Map<Extra, LineEvent> events() {
        return events;
    }

    /** All lines of the computation that are not published, in the order in which they use caps up. */
    List<Extra> unpublished() {
        return unpublished;
    }

    /** The lines that were opened or changed, in the order in which they use caps up. */
    List<Extra> changed() {
        return unpublished.stream().filter(events::containsKey).toList();
    }

    /** Whether a line's full value is another, rather than what is billed of it. */
    boolean isRevalued(Extra line) {
        return revalued.contains(line);
    }
}
