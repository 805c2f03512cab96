package dev.remit.tickets.history;

import dev.remit.engines.explanation.EventNote;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.MessageDelivery;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.psa.Author;
import dev.remit.psa.TicketFacts;
import dev.remit.psa.TicketFacts.Assignee;
import dev.remit.psa.TicketFacts.Requester;
import dev.remit.tickets.connections.TicketStatus;
import dev.remit.tickets.connections.Translation;
import dev.remit.tickets.history.TicketEvent.Kind;
import dev.remit.tickets.intake.Deletions;
import dev.remit.tickets.intake.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Derives what happened from what changed between one snapshot and the next, in the order of the source's time. It is
 * used once, for one ticket.
 */
final class SnapshotFold {
    private final Translation translation;
    private final MessageDelivery delivery;
    private final PriorityTerms book;
    private final Instant createdAt;
    private final List<SlaEvent> events = new ArrayList<>();
    private final List<TicketEvent> ticketEvents = new ArrayList<>();
    private final Map<String, EventNote> notes = new HashMap<>();
    private final String sourceName;
    private final StatusFold status;
    private final DeletionFold deletions;
    private final Messages messages = new Messages();

    private TicketFacts before;
    private String channel;
    private Snapshot first;
    private Snapshot current;
    private SlaTerms pinned;
    private SlaTerms terms;
    private boolean promised;
    private Milestone responded;
    private Milestone planned;

    /** A time that the source keeps itself, with when we first learnt of it and by whose word. */
    private record Milestone(Instant at, Instant knownAt, Author author) {}

    /**
     * @param sourceName what the source is called
     * @param createdAt when the ticket came into being, as it was first told
     * @param deletions what told us that it is gone, in order
     */
    SnapshotFold(
            String sourceName,
            Translation translation,
            MessageDelivery delivery,
            PriorityTerms book,
            Instant createdAt,
            List<Deletions.KnownDeletion> deletions) {
        this.sourceName = sourceName;
        this.createdAt = createdAt;
        this.translation = translation;
        this.delivery = delivery;
        this.book = book;
        this.status = new StatusFold(this);
        this.deletions = new DeletionFold(this, deletions);
    }

    void take(Snapshot snapshot) {
        TicketFacts facts = snapshot.facts(before);
        current = snapshot;
        if (before == null) {
            first = snapshot;
        } else {
            compare(facts);
        }
        messages.take(facts.messages(), snapshot.knownAt(), facts.author());
        responded = told(responded, facts.milestones().respondedAt());
        planned = told(planned, facts.milestones().plannedAt());
        assign(facts.assignee());
        channel = channel == null ? facts.channel() : channel;
        changeTerms(facts);
        Optional<TicketStatus> meaning = translation.status(facts);
        status.take(meaning.orElse(null), facts);
        deletions.take(snapshot, status.hasEnded());
        before = facts;
    }

    /** Whether no snapshot has been taken. */
    boolean isEmpty() {
        return before == null;
    }

    TicketHistory finish() {
        messages.addTo(this);
        milestones();
        status.finish();
        deletions.finish();
        add(
                new SlaEvent("created", createdAt, first.knownAt(), new Fact.Created(answeredAtOnce())),
                first.facts().author());
        ticketEvents.add(TicketEvent.fromSource(
                createdAt,
                first.knownAt(),
                Kind.CREATED,
                "created",
                null,
                null,
                first.facts().author()));
        return new TicketHistory(
                events,
                Optional.empty(),
                ticketEvents,
                Optional.ofNullable(pinned),
                Optional.ofNullable(terms),
                promised,
                delivery,
                notes);
    }

    /** The first channel that was told stands: another one later moves no response. */
    private boolean answeredAtOnce() {
        return translation.isAnsweredAtOnce(channel);
    }

    private void assign(Assignee assignee) {
        if (assignee != null && (before == null || !assignee.id().equals(assigneeId(before)))) {
            event("assigned", current.sourceUpdatedAt(), new Fact.Happened(EventKind.ASSIGNED));
        }
    }

    private static String assigneeId(TicketFacts facts) {
        return facts.assignee() == null ? null : facts.assignee().id();
    }

    private void compare(TicketFacts facts) {
        changed(Kind.TITLE_CHANGED, before.title(), facts.title());
        changed(Kind.PRIORITY_CHANGED, before.priority(), facts.priority());
        changed(Kind.CLASS_CHANGED, before.ticketClass(), facts.ticketClass());
        changed(Kind.STATUS_CHANGED, before.status(), facts.status());
        changed(Kind.CLIENT_CHANGED, client(before), client(facts));
        changed(Kind.SITE_CHANGED, site(before), site(facts));
        changed(Kind.CATEGORY_CHANGED, category(before), category(facts));
        changed(Kind.REQUESTER_CHANGED, requester(before.requester()), requester(facts.requester()));
        changed(Kind.ASSIGNEE_CHANGED, assignee(before.assignee()), assignee(facts.assignee()));
        changed(Kind.QUEUE_CHANGED, before.category().board(), facts.category().board());
        changed(Kind.CHANNEL_CHANGED, before.channel(), facts.channel());
        changed(Kind.LABELS_CHANGED, labels(before), labels(facts));
        changed(
                Kind.SCHEDULE_CHANGED,
                text(before.milestones().scheduledFor()),
                text(facts.milestones().scheduledFor()));
    }

    private void changed(Kind kind, String was, String is) {
        if (!Objects.equals(was, is)) {
            ticketEvents.add(TicketEvent.fromSource(
                    current.sourceUpdatedAt(), current.knownAt(), kind, key(kind.name()), was, is, author()));
        }
    }

    /** A priority that the agreement does not know promises nothing new, so the terms before it go on. */
    private void changeTerms(TicketFacts facts) {
        Optional<SlaTerms> now =
                book.terms(translation.priority(facts.priority()), translation.ticketClass(facts.ticketClass()));
        promised = now.isPresent();
        if (now.isEmpty() || now.get().equals(terms)) {
            return;
        }
        if (pinned == null) {
            pinned = now.get();
        } else {
            boolean clientSpoke = messages.clientSpokeIn(before.sourceUpdatedAt(), current.sourceUpdatedAt());
            boolean samePriority = Objects.equals(before.priority(), facts.priority());
            event(
                    "terms",
                    current.sourceUpdatedAt(),
                    new Fact.TermsChanged(now.get(), clientSpoke),
                    samePriority ? before.ticketClass() : before.priority(),
                    samePriority ? facts.ticketClass() : facts.priority());
        }
        terms = now.get();
    }

    /** A later snapshot may correct the time or take it back; one that says the same again is not its teller. */
    private Milestone told(Milestone known, Instant at) {
        if (at == null) {
            return null;
        }
        return known != null && known.at().equals(at)
                ? new Milestone(at, earlier(known.knownAt(), current.knownAt()), known.author())
                : new Milestone(at, current.knownAt(), author());
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void milestones() {
        if (responded != null) {
            happened("responded@" + responded.at(), responded, EventKind.RESPONSE_STATUS, Kind.RESPONDED);
        }
        if (planned != null) {
            happened("planned@" + planned.at(), planned, EventKind.PLAN_GIVEN, Kind.PLAN_GIVEN);
        }
    }

    private void happened(String key, Milestone told, EventKind kind, Kind shown) {
        add(new SlaEvent(key, told.at(), told.knownAt(), new Fact.Happened(kind)), told.author());
        ticketEvents.add(TicketEvent.fromSource(told.at(), told.knownAt(), shown, key, null, null, told.author()));
    }

    /** An event of the snapshot being taken. */
    void event(String what, Instant at, Fact fact) {
        event(what, at, fact, null, null);
    }

    /** The same, of which the source says what it put in the place of what. */
    void event(String what, Instant at, Fact fact, String was, String is) {
        SlaEvent event = new SlaEvent(key(what), at, current.knownAt(), fact);
        events.add(event);
        notes.put(event.key(), new EventNote(teller(author()), was, is));
    }

    /** @param author null for the source's own word */
    void add(SlaEvent event, Author author) {
        events.add(event);
        notes.put(event.key(), new EventNote(teller(author), null, null));
    }

    private String teller(Author author) {
        if (author == null) {
            return sourceName;
        }
        return author.name() == null ? author.login() : author.name();
    }

    /** The source's status before the snapshot being taken; null for none. */
    String statusBefore() {
        return before == null ? null : before.status();
    }

    void add(TicketEvent ticketEvent) {
        ticketEvents.add(ticketEvent);
    }

    /** The person whose word the current snapshot is; null for the source's own. */
    Author author() {
        return current.facts().author();
    }

    Snapshot current() {
        return current;
    }

    private String key(String what) {
        return current.sourceUpdatedAt() + " " + current.factsHash().substring(0, 12) + " " + what;
    }

    private static String client(TicketFacts facts) {
        return facts.client().code() != null
                ? facts.client().code()
                : "#" + facts.client().externalId();
    }

    private static String site(TicketFacts facts) {
        if (facts.site() == null) {
            return null;
        }
        return facts.site().code() != null
                ? facts.site().code()
                : "#" + facts.site().externalId();
    }

    private static String category(TicketFacts facts) {
        List<String> parts = new ArrayList<>();
        parts.add(facts.catalogueItem());
        parts.add(facts.category().type());
        parts.add(facts.category().subtype());
        parts.add(facts.category().item());
        parts.removeIf(Objects::isNull);
        return parts.isEmpty() ? null : String.join(" / ", parts);
    }

    private static String requester(Requester requester) {
        if (requester == null) {
            return null;
        }
        if (requester.name() == null || requester.email() == null) {
            return requester.name() == null ? requester.email() : requester.name();
        }
        return requester.name() + " <" + requester.email() + ">";
    }

    private static String assignee(Assignee assignee) {
        if (assignee == null) {
            return null;
        }
        return assignee.name() == null ? assignee.id() : assignee.name() + " (" + assignee.id() + ")";
    }

    private static String labels(TicketFacts facts) {
        return facts.labels().isEmpty() ? null : String.join(", ", facts.labels());
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
