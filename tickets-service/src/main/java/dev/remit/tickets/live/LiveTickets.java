package dev.remit.tickets.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.kit.feed.Feed;
import dev.remit.kit.feed.FeedBroadcast;
import dev.remit.kit.feed.TenantFeedPage;
import dev.remit.kit.feed.TenantFeedPage.Item;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.loop.Loop;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.ActiveApprovers;
import dev.remit.kit.tenancy.Admission;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Opens streams of what changes on the list of tickets, for whoever may see them. */
@ApplicationScoped
class LiveTickets {
    private static final Logger LOG = Logger.getLogger(LiveTickets.class);

    /** What of the feed a row of the list may show. */
    private static final Set<String> SHOWN = Set.of(
            "TicketReceived",
            "TicketChanged",
            "TicketUpdated",
            "WorkItemRuled",
            "TimeEntryRecorded",
            "ClockWarned",
            "ClockBreached",
            "ClockMet",
            "ClockCorrected",
            "BreachExcused",
            "BreachExcuseWithdrawn",
            "WaitContested",
            "ContestSettled",
            "ContestWithdrawn");

    private static final int PAGE = 200;

    /** Whoever missed more than so much reads the list anew. */
    private static final int MOST_MISSED = 2_000;

    /** Whoever takes so much more slowly than it comes is sent home, and comes back to where they were. */
    private static final int MOST_UNSENT = 5_000;

    private final Feed feed;
    private final FeedBroadcast broadcast;
    private final Tenancy tenancy;
    private final Admission admission;
    private final ActiveApprovers approvers;
    private final Caller caller;
    private final Tickets tickets;
    private final InstantSource wall;
    private final LiveSettings settings;
    private final Map<UUID, AtomicInteger> open = new ConcurrentHashMap<>();
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final Loop heartbeat;

    LiveTickets(
            Feed feed,
            FeedBroadcast broadcast,
            Tenancy tenancy,
            Admission admission,
            ActiveApprovers approvers,
            Caller caller,
            Tickets tickets,
            InstantSource wall,
            LiveSettings settings) {
        this.feed = feed;
        this.broadcast = broadcast;
        this.tenancy = tenancy;
        this.admission = admission;
        this.approvers = approvers;
        this.caller = caller;
        this.tickets = tickets;
        this.wall = wall;
        this.settings = settings;
        this.heartbeat = new Loop("live-heartbeat", settings.heartbeat(), this::beat);
    }

    /** @param lastSeen the position of the last event that the caller had; empty to begin with what comes */
    Multi<OutboundSseEvent> watch(Optional<Long> lastSeen, Sse sse) {
        Watcher watcher = new Watcher(
                tenancy.current(),
                caller.client(),
                caller.connection(),
                caller.username(),
                caller.subject(),
                admission.present());
        long from = lastSeen.orElseGet(feed::headOfTenant);
        Duration life = caller.tokenExpiresAt()
                .map(end -> Duration.between(wall.instant(), end))
                .filter(left -> left.compareTo(settings.longest()) < 0)
                .orElse(settings.longest());
        takePlace(watcher.tenant());
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(emitter -> open(watcher, from, emitter, sse), MOST_UNSENT)
                .select()
                .first(life.isPositive() ? life : Duration.ofMillis(1))
                .onFailure()
                .recoverWithCompletion()
                .onTermination()
                .invoke(() -> giveBack(watcher.tenant()));
    }

    /** On a thread of its own, which nothing of the request clings to. */
    private void open(Watcher watcher, long from, MultiEmitter<? super OutboundSseEvent> emitter, Sse sse) {
        Thread.ofVirtual().name("live-tickets").start(() -> {
            try {
                begin(watcher, from, emitter, sse);
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "A stream of tickets ended before it began");
                emitter.fail(failure);
            }
        });
    }

    private void begin(Watcher watcher, long from, MultiEmitter<? super OutboundSseEvent> emitter, Sse sse) {
        LiveStream stream = new LiveStream(watcher, emitter, sse, from, this::tell);
        FeedBroadcast.Listener listener = broadcast.listen(watcher.tenant(), stream::joined);
        streams.add(stream);
        emitter.onTermination(() -> {
            listener.close();
            streams.remove(stream);
        });
        stream.opened();
        catchUp(watcher, from, stream);
        stream.goLive();
    }

    private void catchUp(Watcher watcher, long from, LiveStream stream) {
        long position = from;
        for (int told = 0; told <= MOST_MISSED; told += PAGE) {
            long after = position;
            Optional<TenantFeedPage> page = told == MOST_MISSED ? Optional.empty() : missed(watcher.tenant(), after);
            if (page.isEmpty()) {
                stream.reload();
                return;
            }
            if (page.get().items().isEmpty()) {
                return;
            }
            stream.missed(page.get().items());
            position = page.get().after();
        }
    }

    /** Empty where what was missed is kept no longer. */
    private Optional<TenantFeedPage> missed(UUID tenant, long after) {
        return tenancy.callAs(tenant, () -> feed.ofTenantIfKept(after, PAGE));
    }

    /** Once for each ticket, in the order in which they moved last: whoever comes back behind one of them misses none. */
    private void tell(List<Item> items, LiveStream to) {
        Map<UUID, List<Item>> moves = new HashMap<>();
        items.stream().filter(item -> SHOWN.contains(item.type())).forEach(item -> ticketOf(item)
                .ifPresent(ticket ->
                        moves.computeIfAbsent(ticket, any -> new ArrayList<>()).add(item)));
        if (moves.isEmpty()) {
            return;
        }
        List<Ticket> known =
                tenancy.callAs(to.watcher().tenant(), () -> tickets.list("id in ?1", List.copyOf(moves.keySet())));
        known.stream()
                .filter(to.watcher()::maySee)
                .sorted(Comparator.comparing(
                        ticket -> moves.get(ticket.id()).getLast().position()))
                .forEach(ticket -> to.moved(ticket, moves.get(ticket.id())));
    }

    private static Optional<UUID> ticketOf(Item item) {
        JsonNode id = item.payload().path("ticketId");
        return id.isTextual() ? Ids.parse(id.asText()) : Optional.empty();
    }

    /** Ends the streams of whoever is let in no longer; nobody on the way takes the others' connections for dead. */
    private boolean beat() {
        streams.forEach(stream -> {
            try {
                requireAdmitted(stream.watcher());
                stream.beat();
            } catch (RuntimeException refused) {
                stream.end();
            }
        });
        return false;
    }

    private void requireAdmitted(Watcher watcher) {
        tenancy.runAs(watcher.tenant(), () -> {
            watcher.pass().require();
            if (watcher.client()
                    .filter(client -> !approvers.include(client, watcher.login(), watcher.subject()))
                    .isPresent()) {
                throw Problem.of(ProblemType.FORBIDDEN);
            }
        });
    }

    private void takePlace(UUID tenant) {
        AtomicInteger its = open.computeIfAbsent(tenant, any -> new AtomicInteger());
        if (its.incrementAndGet() > settings.perTenant()) {
            its.decrementAndGet();
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, "Your tenant has as many streams open as it may.");
        }
    }

    private void giveBack(UUID tenant) {
        open.get(tenant).decrementAndGet();
    }

    void start(@Observes StartupEvent event) {
        heartbeat.start();
    }

    /** Requests that are being answered are waited for next, and these would not end. */
    void sendHome(@Observes ShutdownDelayInitiatedEvent event) {
        streams.forEach(LiveStream::end);
    }

    void stop(@Observes ShutdownEvent event) {
        heartbeat.stop();
        streams.forEach(LiveStream::end);
    }
}
