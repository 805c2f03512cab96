package dev.remit.engines.sla;

import static dev.remit.engines.calendar.Calendars.calendar;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tickets told in words: {@code "Mon1 09:00 created; Mon1 10:00 wait VENDOR; Tue2 09:30 end VENDOR"}. Days are those of
 * June 2026, whose first is a Monday, in London. The office is open Monday to Friday, 9 to 17.
 */
public final class Story {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final CompiledCalendar OFFICE = calendar("Europe/London; MON-FRI 09:00-17:00");
    static final CompiledCalendar LATE = calendar("Europe/London; MON-FRI 12:00-22:00");
    static final CompiledCalendar ALWAYS = calendar("UTC; MON-SUN 00:00-24:00");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEd HH:mm", Locale.UK);
    private static final DateTimeFormatter WITH_SECONDS = DateTimeFormatter.ofPattern("EEEd HH:mm:ss", Locale.UK);

    private Story() {}

    /** The terms of a priority: P1 pauses for nothing, P2 is faster than P3, P4 has no targets. */
    public static SlaTerms terms(String priority) {
        return switch (priority) {
            case "P1" -> terms(ALWAYS, 15, null, 60, 240, ChangePolicy.CARRY, Set.of());
            case "P2" -> terms(OFFICE, 60, 120, 120, 240, ChangePolicy.CARRY, null);
            case "P2-RESTART" -> terms(OFFICE, 60, 120, 120, 240, ChangePolicy.RESTART, null);
            case "P3" -> terms(OFFICE, 240, 480, 360, 960, ChangePolicy.CARRY, null);
            case "P3-ALWAYS" -> terms(ALWAYS, 240, 480, 360, 960, ChangePolicy.CARRY, null);
            case "P3-RESTART" -> terms(OFFICE, 240, 480, 360, 960, ChangePolicy.RESTART, null);
            case "P3-AS-RECORDED" -> with(terms("P3"), SlaTerms.USUAL_RESPONSES, ClientWaitRule.AS_RECORDED);
            case "P3-QUESTION" ->
                with(
                        terms("P3"),
                        SlaTerms.USUAL_RESPONSES,
                        new ClientWaitRule(ClientWaitRule.Proof.QUESTION, Duration.ofMinutes(15), 5));
            case "P3-ASSIGNED" -> with(terms("P3"), Set.of(EventKind.ASSIGNED), ClientWaitRule.USUAL);
            case "P3-BY-MESSAGE" -> with(terms("P3"), Set.of(EventKind.PUBLIC_MESSAGE), ClientWaitRule.USUAL);
            case "UPDATE-60" -> terms(OFFICE, 240, null, 60, null, ChangePolicy.CARRY, null);
            case "UPDATE-60-CLIENT" -> after(UpdateAfter.CLIENT_MESSAGE, terms("UPDATE-60"));
            case "UPDATE-60-ALONE" -> terms(OFFICE, null, null, 60, null, ChangePolicy.CARRY, null);
            case "UPDATE-60-ALONE-CLIENT" -> after(UpdateAfter.CLIENT_MESSAGE, terms("UPDATE-60-ALONE"));
            case "P4" -> terms(OFFICE, null, null, null, null, ChangePolicy.CARRY, null);
            case "DAYS-2" -> days(OFFICE, 2, "CLOSE", ChangePolicy.CARRY);
            case "DAYS-1-NOON" -> days(OFFICE, 1, "12:00", ChangePolicy.CARRY);
            case "DAYS-1-RESTART" -> days(OFFICE, 1, "CLOSE", ChangePolicy.RESTART);
            case "DAYS-2-LATE" -> days(LATE, 2, "CLOSE", ChangePolicy.CARRY);
            default -> throw new IllegalArgumentException(priority);
        };
    }

    /** A resolution by a business day, and no other target. */
    private static SlaTerms days(CompiledCalendar calendar, int days, String by, ChangePolicy onChange) {
        Map<ClockKind, ClockTerms> clocks = new EnumMap<>(ClockKind.class);
        for (ClockKind kind : ClockKind.values()) {
            Target target = kind == ClockKind.RESOLUTION ? new Target.Days(days, by) : null;
            clocks.put(kind, new ClockTerms(target, calendar, kind.pausedByDefault()));
        }
        SlaTerms usual = SlaTerms.usual(clocks);
        return new SlaTerms(
                clocks,
                usual.responseEvents(),
                usual.warningPercents(),
                onChange,
                usual.updateAfter(),
                usual.clientWaits());
    }

    private static SlaTerms with(SlaTerms terms, Set<EventKind> responses, ClientWaitRule rule) {
        return new SlaTerms(
                terms.clocks(), responses, terms.warningPercents(), terms.onChange(), terms.updateAfter(), rule);
    }

    private static SlaTerms after(UpdateAfter updateAfter, SlaTerms terms) {
        return new SlaTerms(
                terms.clocks(),
                terms.responseEvents(),
                terms.warningPercents(),
                terms.onChange(),
                updateAfter,
                terms.clientWaits());
    }

    private static SlaTerms terms(
            CompiledCalendar calendar,
            Integer response,
            Integer plan,
            Integer update,
            Integer resolution,
            ChangePolicy onChange,
            Set<WaitReason> pauses) {
        Map<ClockKind, ClockTerms> clocks = new EnumMap<>(ClockKind.class);
        Integer[] minutes = {response, plan, update, resolution};
        for (ClockKind kind : ClockKind.values()) {
            Integer target = minutes[kind.ordinal()];
            clocks.put(
                    kind,
                    new ClockTerms(
                            target == null ? null : new Target.OpenTime(Duration.ofMinutes(target)),
                            calendar,
                            pauses == null ? kind.pausedByDefault() : pauses));
        }
        return new SlaTerms(
                clocks,
                SlaTerms.USUAL_RESPONSES,
                SlaTerms.USUAL_WARNINGS,
                onChange,
                UpdateAfter.ALWAYS,
                ClientWaitRule.USUAL);
    }

    /** A moment such as {@code Mon1 09:00} or {@code Mon1 09:00:30}. */
    public static Instant at(String text) {
        String[] words = text.trim().split("\\s+");
        int day = Integer.parseInt(words[0].substring(3));
        LocalDate date = LocalDate.of(2026, 6, day);
        Instant at = date.atTime(LocalTime.parse(words[1])).atZone(LONDON).toInstant();
        if (!show(at).startsWith(words[0])) {
            throw new IllegalArgumentException(text + " is a " + show(at));
        }
        return at;
    }

    static String show(Instant at) {
        DateTimeFormatter format = at.getEpochSecond() % 60 == 0 ? MOMENT : WITH_SECONDS;
        return format.format(at.atZone(LONDON));
    }

    /** The events of a story; each one's key is its place and words. */
    public static List<SlaEvent> events(String story) {
        List<SlaEvent> events = new ArrayList<>();
        for (String sentence : story.split(";")) {
            List<String> words = List.of(sentence.trim().split("\\s+"));
            Instant at = at(words.get(0) + " " + words.get(1));
            String key = events.size() + ":" + words.get(2);
            events.add(SlaEvent.of(key, at, fact(words.subList(2, words.size()))));
        }
        return events;
    }

    private static Fact fact(List<String> words) {
        String object = words.size() > 1 ? words.get(1) : "";
        return switch (words.getFirst()) {
            case "created" -> new Fact.Created(false);
            case "phoned" -> new Fact.Created(true);
            case "wait" -> new Fact.WaitStarted(WaitReason.valueOf(object), until(words));
            case "end" -> new Fact.WaitEnded(WaitReason.valueOf(object));
            case "cancelled" -> new Fact.Cancelled(CancelReason.valueOf(object));
            case "now" -> new Fact.TermsChanged(terms(object), words.contains("facts"));
            case "message" -> new Fact.PublicMessage(!object.equals("plain"));
            case "automatic" -> new Fact.Happened(EventKind.AUTOMATIC_MESSAGE);
            case "note" -> new Fact.Happened(EventKind.INTERNAL_NOTE);
            case "status" -> new Fact.Happened(EventKind.RESPONSE_STATUS);
            case "assigned" -> new Fact.Happened(EventKind.ASSIGNED);
            case "plan" -> new Fact.Happened(EventKind.PLAN_GIVEN);
            case "contact" -> new Fact.Happened(EventKind.CLIENT_CONTACT);
            case "called" -> new Fact.Happened(EventKind.PUBLIC_UPDATE);
            case "resolved" -> new Fact.Happened(EventKind.RESOLVED);
            case "closed" -> new Fact.Happened(EventKind.CLOSED);
            case "reopened" -> new Fact.Happened(EventKind.REOPENED);
            default -> throw new IllegalArgumentException(words.toString());
        };
    }

    private static Instant until(List<String> words) {
        int until = words.indexOf("until");
        return until < 0 ? null : at(words.get(until + 1) + " " + words.get(until + 2));
    }

    /** Reads a story with everything known that had happened. */
    static SlaReading read(String priority, String story, String asOf) {
        return read(priority, MessageDelivery.DELIVERED, story, asOf);
    }

    static SlaReading read(String priority, MessageDelivery delivery, String story, String asOf) {
        return SlaClocks.read(terms(priority), delivery, events(story), at(asOf), at(asOf));
    }

    /** A clock in one line: {@code RUNNING 60m due Tue2 17:00}, cycles apart by a stroke. */
    static String describe(ClockReading clock) {
        if (clock.cycles().isEmpty()) {
            return clock.state().toString();
        }
        return String.join(" / ", clock.cycles().stream().map(Story::describe).toList());
    }

    private static String describe(CycleReading cycle) {
        StringBuilder line = new StringBuilder(cycle.state() + " " + cycle.consumedSeconds() / 60 + "m");
        append(line, " by ", cycle.pausedBy());
        append(line, " for ", cycle.cancelledFor());
        append(line, " due ", cycle.due());
        append(line, " breached ", cycle.breachedAt());
        append(line, " ended ", cycle.endedAt());
        return line.toString();
    }

    private static void append(StringBuilder line, String label, Object value) {
        if (value != null) {
            line.append(label).append(value instanceof Instant at ? show(at) : value);
        }
    }
}
