package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.evidence.CalendarJson;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.evidence.Members;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.rating.RatedLine.Draw;
import dev.remit.engines.rating.RatingResult.BlockUse;
import dev.remit.engines.rating.RatingResult.RatedEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A rating case and its result as plain JSON values: what a simulation takes and answers, and what evidence keeps.
 *
 * <p>Beside the plain members of a simulation a case may have those that only some agreements need: rates by role and
 * date ({@code rateCard.hourly}, {@code overageHourly}), {@code units}, {@code grouping}, {@code travel},
 * {@code callOutFeeMinor}; {@code role}, {@code date} with {@code workedSeconds} instead of start and end, {@code ticket}, {@code technician}, {@code site}, {@code unscheduled},
 * {@code travelMinutes}, {@code distance}, {@code cap} and {@code terms} of an entry; {@code caps} and
 * {@code otherTerms}. Any other member is refused by name.
 */
public final class RatingJson {

    private static final Set<String> CASE =
            Set.of("calendar", "rateCard", "entries", "blocks", "capMinor", "alreadyBilledMinor", "caps", "otherTerms");
    private static final Set<String> TERMS = Set.of("calendar", "rateCard");
    private static final Set<String> ENTRY = Set.of(
            "id",
            "workType",
            "date",
            "start",
            "end",
            "travel",
            "workedSeconds",
            "role",
            "ticket",
            "technician",
            "site",
            "unscheduled",
            "travelMinutes",
            "distance",
            "cap",
            "terms");
    private static final Set<String> BLOCK = Set.of("id", "purchasedOn", "remainingMinutes");
    private static final Set<String> CAP = Set.of("name", "capMinor", "alreadyBilledMinor");

    private RatingJson() {}

    /**
     * Reads a case.
     *
     * @throws InvalidInput naming the place, as {@code rateCard.hourlyMinor.ONSITE}
     */
    public static RatingCase read(JsonCursor c) {
        return read(c, StepBudget.UNBOUNDED);
    }

    /** As {@link #read(JsonCursor)}, for a rating that may take only so many steps. */
    public static RatingCase read(JsonCursor c, StepBudget budget) {
        c.onlyMembers(CASE);
        RatingTerms terms = terms(c, budget);
        Map<String, RatingTerms> others = new LinkedHashMap<>();
        c.member("otherTerms")
                .namedMembers()
                .forEach((name, other) -> others.put(name, terms(other.onlyMembers(TERMS), budget)));
        if (!c.member("entries").isPresent()) {
            throw c.member("entries").fault("is missing");
        }
        List<TimeEntry> entries = c.member("entries").list(RatingJson::entry);
        List<PrepaidBlock> blocks = c.member("blocks").list(RatingJson::block);
        return under(c, () -> new RatingCase(terms, others, entries, blocks, caps(c)));
    }

    private static RatingTerms terms(JsonCursor c, StepBudget budget) {
        return new RatingTerms(calendar(c.member("calendar"), budget), SimulatedCard.read(c.member("rateCard")));
    }

    private static CompiledCalendar calendar(JsonCursor c, StepBudget budget) {
        c.onlyMembers(CalendarJson.MEMBERS);
        return under(c, () -> CalendarJson.read(c).parse().compile(budget));
    }

    private static TimeEntry entry(JsonCursor c) {
        c.onlyMembers(ENTRY);
        return under(c, () -> (c.member("date").isPresent() ? dated(c) : timed(c))
                .role(c.member("role").optional(JsonCursor::name))
                .trip(trip(c))
                .ticket(c.member("ticket").optional(JsonCursor::name))
                .visit(
                        c.member("technician").optional(JsonCursor::name),
                        c.member("site").optional(JsonCursor::name))
                .unscheduled(c.member("unscheduled").or(JsonCursor::flag, false))
                .cap(c.member("cap").optional(JsonCursor::name))
                .terms(c.member("terms").optional(JsonCursor::name))
                .build());
    }

    private static TimeEntry.Builder timed(JsonCursor c) {
        return TimeEntry.of(
                        c.member("id").name(),
                        c.member("workType").name(),
                        c.member("start").instant(),
                        c.member("end").instant())
                .workedSeconds(c.member("workedSeconds").optional(s -> s.whole(0, Integer.MAX_VALUE)));
    }

    /** Hours without times have neither a start nor an end. */
    private static TimeEntry.Builder dated(JsonCursor c) {
        for (String time : List.of("start", "end")) {
            if (c.member(time).isPresent()) {
                throw c.member(time).fault("does not go with a date");
            }
        }
        return TimeEntry.on(
                c.member("id").name(),
                c.member("workType").name(),
                c.member("date").date(),
                c.member("workedSeconds").whole(0, Integer.MAX_VALUE));
    }

    private static TimeEntry.Trip trip(JsonCursor c) {
        Long minutes = c.member("travelMinutes").optional(m -> m.whole(0, BillingUnit.LONGEST));
        Fraction distance = c.member("distance").optional(JsonCursor::decimal);
        return c.member("travel").or(JsonCursor::flag, false) ? new TimeEntry.Trip(minutes, distance) : null;
    }

    private static PrepaidBlock block(JsonCursor c) {
        c.onlyMembers(BLOCK);
        return new PrepaidBlock(
                c.member("id").name(),
                c.member("purchasedOn").date(),
                c.member("remainingMinutes").whole(0, PrepaidBlock.LARGEST));
    }

    private static List<Cap> caps(JsonCursor c) {
        List<Cap> caps = new ArrayList<>(c.member("caps").list(cap -> {
            cap.onlyMembers(CAP);
            return cap(cap, cap.member("name").name());
        }));
        if (c.member("capMinor").isPresent()) {
            caps.add(cap(c, null));
        } else {
            alreadyBilled(c);
        }
        return caps;
    }

    private static Cap cap(JsonCursor c, String name) {
        return new Cap(name, c.member("capMinor").whole(0, Long.MAX_VALUE), alreadyBilled(c));
    }

    private static long alreadyBilled(JsonCursor c) {
        return c.member("alreadyBilledMinor").or(minor -> minor.whole(0, Long.MAX_VALUE), 0L);
    }

    static <T> T under(JsonCursor place, Supplier<T> factory) {
        try {
            return factory.get();
        } catch (InvalidInput e) {
            boolean placed = place.path().isEmpty() || e.path().startsWith(place.path());
            throw placed ? e : e.under(place.path());
        }
    }

    /** A case with everything that it was computed from; {@link #read} gives an equal one back. */
    public static Map<String, Object> write(RatingCase work) {
        Members members = new Members();
        write(work.terms()).forEach(members::always);
        Map<String, Object> others = new TreeMap<>();
        work.otherTerms().forEach((name, terms) -> others.put(name, write(terms)));
        members.put("otherTerms", others)
                .always("entries", list(work.entries(), RatingJson::write))
                .put("blocks", list(work.blocks(), RatingJson::write));
        List<Object> named = new ArrayList<>();
        for (Cap cap : work.caps()) {
            if (cap.name() == null) {
                write(cap).forEach(members::always);
            } else {
                named.add(write(cap));
            }
        }
        return members.put("caps", named).map();
    }

    private static Map<String, Object> write(RatingTerms terms) {
        return new Members()
                .put(
                        "calendar",
                        CalendarJson.write(CalendarJson.text(terms.calendar().calendar())))
                .put("rateCard", SimulatedCard.write(terms.card()))
                .map();
    }

    private static Map<String, Object> write(TimeEntry entry) {
        Members members = new Members()
                .put("id", entry.id())
                .put("workType", entry.workType())
                .text("date", entry.date())
                .text("start", entry.date() == null ? entry.start() : null)
                .text("end", entry.date() == null ? entry.end() : null)
                .put("workedSeconds", entry.date() == null ? entry.workedSeconds() : Long.valueOf(entry.spanSeconds()))
                .put("role", entry.role())
                .put("ticket", entry.ticket())
                .put("technician", entry.technician())
                .put("site", entry.site())
                .put("unscheduled", entry.unscheduled() ? true : null)
                .put("cap", entry.cap())
                .put("terms", entry.terms());
        if (entry.trip() != null) {
            members.put("travel", true)
                    .put("travelMinutes", entry.trip().minutes())
                    .text("distance", entry.trip().distance());
        }
        return members.map();
    }

    private static Map<String, Object> write(PrepaidBlock block) {
        return new Members()
                .put("id", block.id())
                .text("purchasedOn", block.purchasedOn())
                .put("remainingMinutes", block.remainingMinutes())
                .map();
    }

    private static Map<String, Object> write(Cap cap) {
        return new Members()
                .put("name", cap.name())
                .put("capMinor", cap.capMinor())
                .put("alreadyBilledMinor", cap.alreadyBilledMinor())
                .map();
    }

    /** A result as a simulation answers it. A line that is no labour has a {@code null} band. */
    public static Map<String, Object> write(RatingResult result) {
        return new Members()
                .always("entries", list(result.entries(), RatingJson::write))
                .always("lines", list(result.lines(), line -> simulated(line).map()))
                .always("blocks", list(result.blocks(), RatingJson::write))
                .always("subtotalMinor", result.subtotalMinor())
                .always("billedMinor", result.billedMinor())
                .always("overCapMinor", result.overCapMinor())
                .always("taxMinor", result.taxMinor())
                .always("totalMinor", result.totalMinor())
                .map();
    }

    private static Map<String, Object> write(RatedEntry entry) {
        Map<String, Object> bands = new LinkedHashMap<>();
        entry.bands().forEach((band, minutes) -> bands.put(band.name(), minutes));
        return new Members()
                .always("id", entry.id())
                .always("actualSeconds", entry.actualSeconds())
                .always("roundedMinutes", entry.roundedMinutes())
                .always("billableMinutes", entry.billableMinutes())
                .always("bands", bands)
                .map();
    }

    private static Members simulated(RatedLine line) {
        return new Members()
                .always("entry", line.entry())
                .always("kind", line.kind().name())
                .always("band", line.band() == null ? null : line.band().name())
                .always("minutes", line.minutes())
                .always("blockMinutes", line.blockMinutes())
                .always("chargedMinutes", line.chargedMinutes())
                .always("amountMinor", line.amountMinor())
                .always("billedMinor", line.billedMinor());
    }

    private static Map<String, Object> write(BlockUse block) {
        return new Members()
                .always("id", block.id())
                .always("usedMinutes", block.usedMinutes())
                .always("remainingMinutes", block.remainingMinutes())
                .map();
    }

    /** A line with everything that it was computed from, as evidence keeps it. */
    public static Map<String, Object> write(RatedLine line) {
        RatedLine.Price price = line.price();
        return simulated(line)
                .text("rule", line.rule())
                .put("clause", line.clause())
                .put("draws", list(line.draws(), RatingJson::write))
                .put("currency", price.currency().code())
                .always("rateMinor", price.rateMinor())
                .text("multiplier", price.multiplier())
                .text("quantity", price.quantity())
                .put("arithmetic", line.arithmetic())
                .map();
    }

    private static Map<String, Object> write(Draw draw) {
        return new Members()
                .put("block", draw.block())
                .put("minutes", draw.minutes())
                .map();
    }

    private static <T> List<Map<String, Object>> list(List<T> values, Function<T, Map<String, Object>> form) {
        return values.stream().map(form).toList();
    }
}
