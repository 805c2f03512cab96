package dev.remit.tickets.intake;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ReadOnce;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.intake.Receipt.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The current tenant's review list. */
@ApplicationScoped
public class Reviews implements PanacheRepositoryBase<Review, UUID> {
    private static final int LONGEST_DETAIL = 500;
    private static final int LONGEST_FIELD = 200;
    private static final int LONGEST_NAME = 200;
    private static final UUID NO_ID = new UUID(0, 0);

    /** Causes that are looked for again whenever a ticket is settled. */
    private static final List<ReviewCause> COMPUTED = List.of(
            ReviewCause.UNKNOWN_NAME,
            ReviewCause.UNUSABLE,
            ReviewCause.NO_TIMES,
            ReviewCause.WORK_ITEM_UNCLEAR,
            ReviewCause.CLOSED_DAY);

    private final Ids ids;
    private final TenantClock clock;
    private final ReviewEvents reviewEvents;
    private final ReadOnce once;

    Reviews(Ids ids, TenantClock clock, ReviewEvents reviewEvents, ReadOnce once) {
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.reviewEvents = reviewEvents;
    }

    /** Lists an object of a payload once for each cause and field; one that was closed, and whose cause is back, is open again. */
    public void raise(Origin origin, Refusal why) {
        once.forget(new AnyOpen(new SourceKey(origin.connectionId(), origin.externalId())));
        String where = cut(why.field(), LONGEST_FIELD);
        Optional<Review> known = find(
                        "payloadId = ?1 and externalId = ?2 and cause = ?3 and field = ?4",
                        origin.payloadId(),
                        origin.externalId(),
                        why.cause(),
                        where)
                .firstResultOptional();
        known.filter(Review::reopen).ifPresent(reviewEvents::raised);
        if (known.isEmpty()) {
            Review added =
                    new Review(ids.next(), origin, why.cause(), where, cut(why.detail(), LONGEST_DETAIL), clock.now());
            Optional.ofNullable(why.name()).ifPresent(name -> added.ofName(cut(name, LONGEST_NAME)));
            persist(added);
            reviewEvents.raised(added);
        }
    }

    /** The same for a cause in which no name is unknown. */
    public void raise(Origin origin, ReviewCause cause, String field, String detail) {
        raise(origin, new Refusal(cause, field, detail));
    }

    /**
     * Lists a ruling that somebody relies on and that would be another by what is known now. Each ruling has one review,
     * which follows what is known while it is open.
     *
     * @param field names the ruling among those of the ticket
     */
    public void raise(Origin origin, RuledOtherwise now, String field, String detail) {
        Review review = find("otherwise.rulingId", now.rulingId())
                .firstResultOptional()
                .orElseGet(() -> {
                    Review added =
                            new Review(ids.next(), origin, ReviewCause.FACTS_CHANGED, field, detail, clock.now());
                    persist(added);
                    return added;
                });
        if (review.follow(origin.payloadId(), now, cut(detail, LONGEST_DETAIL))) {
            reviewEvents.raised(review);
        }
    }

    /** Closes what is open of a ruling. */
    public void closeOf(UUID rulingId, String because) {
        find("otherwise.rulingId = ?1 and state = ?2", rulingId, ReviewState.OPEN)
                .firstResultOptional()
                .ifPresent(review -> close(review, because));
    }

    /** Whether a person has kept a ruling that would be another by what became known later. */
    public boolean isKept(UUID rulingId) {
        return count("otherwise.rulingId = ?1 and state = ?2", rulingId, ReviewState.DISMISSED) > 0;
    }

    /** The work item whose ruling a review is about; empty for every cause but FACTS_CHANGED. */
    public Optional<UUID> workItemOf(UUID id) {
        return getEntityManager()
                .createQuery(
                        "select otherwise.workItemId from Review where id = :id and otherwise.workItemId is not null",
                        UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** @throws Problem not-found */
    public Review require(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    /** Whether a person stands for what the payload says, whatever we make of the field. */
    public boolean isAccepted(UUID payloadId, String externalId, ReviewCause cause, String field) {
        return count(
                        "payloadId = ?1 and externalId = ?2 and cause = ?3 and field = ?4 and state = ?5",
                        payloadId,
                        externalId,
                        cause,
                        field,
                        ReviewState.RESOLVED)
                > 0;
    }

    private record AnyOpen(SourceKey object) implements ReadOnce.Question {}

    /** Reads at once whether anything is open of some objects. */
    public void recall(Set<SourceKey> objects) {
        Set<SourceKey> open = Set.copyOf(getEntityManager()
                .createQuery(
                        "select distinct connectionId, externalId from Review where connectionId in :connections"
                                + " and externalId in :keys and state = :open",
                        SourceKey.class)
                .setParameter(
                        "connections",
                        objects.stream().map(SourceKey::connectionId).distinct().toList())
                .setParameter(
                        "keys", objects.stream().map(SourceKey::externalId).toList())
                .setParameter("open", ReviewState.OPEN)
                .getResultList());
        objects.forEach(object -> once.keep(new AnyOpen(object), open.contains(object)));
    }

    private boolean maybeOpen(UUID connectionId, String externalId) {
        return once.<Boolean>known(new AnyOpen(new SourceKey(connectionId, externalId)))
                .orElse(true);
    }

    /**
     * Closes what is open of some objects and does not hold any more.
     *
     * @param fields of which it is known by now what holds
     * @param holds whether a review still does, also of what lay ahead of our time, whatever its field
     */
    public void closeGone(
            UUID connectionId, Collection<String> externalIds, Collection<String> fields, Predicate<Review> holds) {
        List<String> some =
                externalIds.stream().filter(id -> maybeOpen(connectionId, id)).toList();
        if (some.isEmpty()) {
            return;
        }
        list(
                        "connectionId = ?1 and externalId in ?2 and state = ?3 and (field in ?4 and cause in ?5 or cause = ?6)",
                        connectionId,
                        some,
                        ReviewState.OPEN,
                        List.copyOf(fields),
                        COMPUTED,
                        ReviewCause.AHEAD_OF_TIME)
                .stream()
                .filter(review -> !holds.test(review))
                .forEach(review -> close(review, "its cause has gone"));
    }

    private void close(Review review, String because) {
        if (review.close(because, clock.now())) {
            reviewEvents.ended(review);
        }
    }

    /**
     * Some of the names that a connection did not know, also of those that a person has decided about: what they are of may
     * be held still.
     *
     * @param after the last of an earlier step; empty at the start
     * @param most how many at most
     * @return by id
     */
    public List<Review> namesUnknownTo(UUID connectionId, Optional<UUID> after, int most) {
        return find(
                        "connectionId = ?1 and cause = ?2 and state <> ?3 and id > ?4 order by id",
                        connectionId,
                        ReviewCause.UNKNOWN_NAME,
                        ReviewState.CLOSED,
                        after.orElse(NO_ID))
                .page(0, most)
                .list();
    }

    /** Lists a payload of which nothing is made. */
    public Receipt refuse(Origin origin, ReviewCause cause, String field, String detail) {
        raise(origin, cause, field, detail);
        return Receipt.forReview(null, cause, field, detail);
    }

    /**
     * Lists a payload that tells of what is yet to come.
     *
     * @param field the first with such a time
     * @return empty where there is none, and something is to be made of the payload
     */
    public Optional<Receipt> refuseAhead(Origin origin, Optional<String> field, Instant now) {
        return field.map(named -> refuse(origin, ReviewCause.AHEAD_OF_TIME, named, "lies ahead of our time " + now));
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
