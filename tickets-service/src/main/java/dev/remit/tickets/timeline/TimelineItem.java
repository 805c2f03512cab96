package dev.remit.tickets.timeline;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.problem.Problem;
import dev.remit.psa.Author;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.tickets.clocks.BreachExcuse;
import dev.remit.tickets.clocks.ClockNotice;
import dev.remit.tickets.clocks.ClockStatement;
import dev.remit.tickets.contests.Contest;
import dev.remit.tickets.contests.ContestState;
import dev.remit.tickets.history.TicketEvent;
import dev.remit.tickets.intake.AuthorView;
import dev.remit.tickets.rulings.RulingAnswer;
import dev.remit.tickets.rulings.RulingReason;
import dev.remit.tickets.rulings.RulingView;
import dev.remit.tickets.worklog.TimeEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened on a ticket, or that we made of it.
 *
 * @param at when it happened
 * @param knownAt when we learnt of it, or wrote it down
 * @param kind such as STATUS_CHANGED, RULED, CLOCK_BREACHED, TIME_WORKED; more may come
 * @param source who says so
 * @param key tells it from others of the same moment and kind
 * @param was the value before
 * @param is the value after, or what is to be said of it
 * @param because what made the difference
 * @param by the person who says so; absent where nobody did
 * @param clocks what it did to the ticket's clocks, and what it did not although one may think so
 */
@Schema(name = "TimelineItem")
record TimelineItem(
        Instant at,
        Instant knownAt,
        String kind,
        Source source,
        String key,
        @MayBeAbsent String was,
        @MayBeAbsent String is,
        @MayBeAbsent String because,
        @MayBeAbsent AuthorView by,
        List<ClockStatement> clocks) {

    /** Who says so. */
    @Schema(name = "TimelineSource")
    enum Source {
        /** The source of the ticket. */
        PSA,
        /** A person. */
        PERSON,
        /** Quotes. */
        BILLING,
        /** Agreements. */
        CONTRACTS,
        /** Ourselves: rulings and notices. */
        REMIT
    }

    /** By the time it happened; what we made of things comes after the things. */
    static final Comparator<TimelineItem> ORDER = Comparator.comparing(TimelineItem::at)
            .thenComparing(TimelineItem::source)
            .thenComparing(TimelineItem::kind)
            .thenComparing(TimelineItem::key);

    private static AuthorView person(Author author) {
        return author == null ? null : AuthorView.of(author);
    }

    /** Where a page ended. */
    Cursor cursor() {
        return Cursor.after(at, source, kind, key);
    }

    /** Stands for the place of a cursor in the order. */
    static TimelineItem placeOf(Cursor cursor) {
        Source source = Arrays.stream(Source.values())
                .filter(known -> known.name().equals(cursor.string(1)))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("cursor", "must be the next of an earlier page of this list", "cursor"));
        return new TimelineItem(
                cursor.instant(0), null, cursor.string(2), source, cursor.string(3), null, null, null, null, List.of());
    }

    /** The same with what it did to clocks. */
    TimelineItem with(List<ClockStatement> statements) {
        return new TimelineItem(at, knownAt, kind, source, key, was, is, because, by, statements);
    }

    static TimelineItem of(TicketEvent ticketEvent) {
        return new TimelineItem(
                ticketEvent.at(),
                ticketEvent.knownAt(),
                ticketEvent.kind().name(),
                Source.valueOf(ticketEvent.source().name()),
                ticketEvent.key(),
                ticketEvent.was(),
                ticketEvent.is(),
                null,
                person(ticketEvent.author()),
                List.of());
    }

    static TimelineItem of(RulingView ruling) {
        RulingAnswer answer = ruling.answer();
        RulingReason occasion = ruling.occasion();
        String clause =
                answer.clause() == null ? "" : ", clause " + answer.clause().id();
        String item = answer.item() == null ? "" : " as " + answer.item();
        return new TimelineItem(
                ruling.ruledAt(),
                ruling.ruledAt(),
                "RULED",
                Source.REMIT,
                ruling.workItemId() + " " + ruling.sequence(),
                null,
                answer.verdict() + item + clause,
                occasion.because() == null ? occasion.cause().name() : occasion.because(),
                occasion.person() == null
                        ? null
                        : new AuthorView(
                                AuthorView.Kind.PERSON,
                                occasion.person().subject(),
                                occasion.person().login(),
                                occasion.by(),
                                occasion.person().role()),
                List.of());
    }

    static TimelineItem of(ClockNotice notice) {
        return new TimelineItem(
                notice.shownAt(),
                notice.noticedAt(),
                "CLOCK_" + notice.kind(),
                Source.REMIT,
                notice.clock() + " " + notice.cycle() + " " + notice.about(),
                notice.was(),
                notice.stands(),
                notice.because(),
                null,
                List.of());
    }

    /**
     * An excuse, and that it was withdrawn.
     *
     * @param words whether the reader may see what was written
     */
    static Stream<TimelineItem> of(BreachExcuse excuse, boolean words) {
        TimelineItem given = excused(
                "BREACH_EXCUSED",
                excuse,
                excuse.excusedAt(),
                null,
                excuse.reason().name(),
                words ? excuse.note() : null,
                excuse.excusedBy());
        return Stream.concat(
                Stream.of(given),
                excuse
                        .withdrawnAt()
                        .map(at -> excused(
                                "BREACH_EXCUSE_WITHDRAWN",
                                excuse,
                                at,
                                excuse.reason().name(),
                                null,
                                words ? excuse.withdrawnBecause() : null,
                                excuse.withdrawnBy()))
                        .stream());
    }

    private static TimelineItem excused(
            String kind, BreachExcuse excuse, Instant at, String was, String is, String because, Author by) {
        return new TimelineItem(
                at,
                at,
                kind,
                Source.PERSON,
                excuse.clock() + " " + excuse.cycle() + " " + excuse.id(),
                was,
                is,
                because,
                person(by),
                List.of());
    }

    /**
     * That a wait was contested, and how that ended.
     *
     * @param words whether the reader may see what was written
     */
    static Stream<TimelineItem> of(Contest contest, boolean words) {
        TimelineItem raised = contested(
                "WAIT_CONTESTED",
                contest,
                contest.contestedAt(),
                null,
                words ? contest.reason() : null,
                contest.contestedBy());
        return Stream.concat(
                Stream.of(raised),
                contest
                        .endedAt()
                        .map(at -> contested(
                                "CONTEST_" + contest.state(),
                                contest,
                                at,
                                ContestState.OPEN.name(),
                                words ? contest.endedBecause() : null,
                                contest.endedBy()))
                        .stream());
    }

    private static TimelineItem contested(
            String kind, Contest contest, Instant at, String was, String because, Author by) {
        return new TimelineItem(
                at,
                at,
                kind,
                Source.PERSON,
                contest.waitKey() + " " + contest.id(),
                was,
                contest.waitReason() + " " + contest.waitFrom(),
                because,
                person(by),
                List.of());
    }

    /** @param zone of the place, for hours without times */
    static TimelineItem of(TimeEntry entry, ZoneId zone) {
        TimeEntryFacts facts = entry.facts();
        String name = facts.technician().name();
        String who = name == null ? facts.technician().id() : name;
        String until = facts.isHoursOnly() ? " for " + facts.workedSeconds() + " s" : " until " + facts.end();
        return new TimelineItem(
                entry.at(zone),
                entry.knownAt(),
                entry.isDeleted() ? "TIME_WITHDRAWN" : "TIME_WORKED",
                facts.author() == null ? Source.PSA : Source.PERSON,
                entry.externalId(),
                null,
                who + until,
                null,
                person(facts.author()),
                List.of());
    }
}
