package dev.remit.engines.rating;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.DailyWindow;
import dev.remit.engines.calendar.WorkingCalendar;
import dev.remit.engines.money.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rates a case in the slowest and plainest way: it walks through the work from one quarter of an hour to the next, where
 * alone windows and zones of its cases change, takes block minutes one by one and counts in decimals. It shares nothing with the engine but the values of the case.
 */
final class ReferenceRater {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final long QUARTER = 900;

    private final RatingCase work;
    private final List<Work> entries = new ArrayList<>();
    private final Map<String, BigDecimal> blocks = new LinkedHashMap<>();
    private final Map<String, Long> used = new LinkedHashMap<>();
    private final List<Map<String, Object>> lines = new ArrayList<>();
    private final Map<String, BigDecimal> rooms = new TreeMap<>();
    private final Set<String> callOuts = new HashSet<>();
    private final Set<String> trips = new HashSet<>();
    private long subtotal;
    private long billed;

    private static final class Work {
        private TimeEntry entry;
        private RateCard card;
        private WorkingCalendar calendar;
        private LocalDate date;
        private Map<Part, Long> seconds;
        private Map<Part, Long> minutes = Map.of();
        private long worked;
        private long rounded;
        private long billable;
    }

    /** What is worked in one band while the card has the same rates; they are the first ones where no moment is given. */
    private record Part(Instant from, Band band, Long rate, Long overage) {}

    private ReferenceRater(RatingCase work) {
        this.work = work;
    }

    /** The answer in the shape of a simulation. */
    static Map<String, Object> rate(RatingCase work) {
        return new ReferenceRater(work).rate();
    }

    private Map<String, Object> rate() {
        for (TimeEntry entry : work.entries()) {
            entries.add(measure(entry));
        }
        entries.sort(Comparator.<Work, Instant>comparing(w -> w.entry.start()).thenComparing(w -> w.entry.id()));
        group();
        work.blocks().stream()
                .sorted(Comparator.comparing(PrepaidBlock::purchasedOn).thenComparing(PrepaidBlock::id))
                .forEach(block -> {
                    blocks.put(block.id(), BigDecimal.valueOf(block.remainingMinutes()));
                    used.put(block.id(), 0L);
                });
        for (Cap cap : work.caps()) {
            BigDecimal room = BigDecimal.valueOf(cap.capMinor()).subtract(BigDecimal.valueOf(cap.alreadyBilledMinor()));
            rooms.put(String.valueOf(cap.name()), room.max(BigDecimal.ZERO));
        }
        entries.forEach(this::charge);
        return answer();
    }

    private Work measure(TimeEntry entry) {
        Work w = new Work();
        w.entry = entry;
        w.card = work.terms().card();
        w.calendar = work.terms().calendar().calendar();
        w.date = entry.start().atZone(w.calendar.zone()).toLocalDate();
        w.seconds = partSeconds(w);
        long span = ChronoUnit.SECONDS.between(entry.start(), entry.end());
        w.worked = entry.workedSeconds() == null || entry.workedSeconds() > span ? span : entry.workedSeconds();
        return w;
    }

    private static Map<Part, Long> partSeconds(Work w) {
        Map<Part, Long> seconds = new LinkedHashMap<>();
        Instant end = w.entry.end();
        Windows windows = new Windows(w.calendar, w.entry.start(), end);
        Instant at = w.entry.start();
        Instant from = null;
        List<Long> before = null;
        while (at.isBefore(end)) {
            Instant quarter = quarterAfter(at);
            Instant next = quarter.isBefore(end) ? quarter : end;
            LocalDate date = at.atZone(w.calendar.zone()).toLocalDate();
            Long rate = find(w.card.hourly().rates(), w, date);
            Long overage = find(w.card.overage().rates(), w, date);
            List<Long> now = Arrays.asList(rate, overage);
            from = before == null || before.equals(now) ? from : at;
            before = now;
            Part part = new Part(from, windows.band(at), rate, overage);
            seconds.merge(part, ChronoUnit.SECONDS.between(at, next), Long::sum);
            at = next;
        }
        return seconds;
    }

    private static Instant quarterAfter(Instant at) {
        return Instant.ofEpochSecond((at.getEpochSecond() / QUARTER + 1) * QUARTER);
    }

    /** Every window near a stretch of time, each made of two wall-clock times. */
    private static final class Windows {
        private final WorkingCalendar calendar;
        private final List<Instant[]> open = new ArrayList<>();

        Windows(WorkingCalendar calendar, Instant start, Instant end) {
            this.calendar = calendar;
            ZoneId zone = calendar.zone();
            LocalDate last = end.atZone(zone).toLocalDate();
            for (LocalDate day = start.atZone(zone).toLocalDate().minusDays(3);
                    !day.isAfter(last);
                    day = day.plusDays(1)) {
                boolean skipped =
                        !ZonedDateTime.of(day.atTime(12, 0), zone).toLocalDate().equals(day);
                if (!skipped && !calendar.holidays().contains(day)) {
                    List<DailyWindow> exception = calendar.exceptions().get(day);
                    List<DailyWindow> usual = calendar.weekly().get(day.getDayOfWeek());
                    for (DailyWindow window :
                            exception != null ? exception : usual != null ? usual : List.<DailyWindow>of()) {
                        LocalDateTime opens = day.atStartOfDay().plusMinutes(window.openMinute());
                        LocalDateTime closes = day.atStartOfDay().plusMinutes(window.closeMinute());
                        open.add(new Instant[] {edge(opens), edge(closes)});
                    }
                }
            }
        }

        private Instant edge(LocalDateTime wall) {
            Instant edge = ZonedDateTime.of(wall, calendar.zone()).toInstant();
            if (edge.getEpochSecond() % QUARTER != 0) {
                throw new IllegalStateException("the walk would step over " + edge);
            }
            return edge;
        }

        Band band(Instant at) {
            LocalDate date = at.atZone(calendar.zone()).toLocalDate();
            if (calendar.holidays().contains(date)) {
                return Band.HOLIDAY;
            }
            for (Instant[] window : open) {
                if (!at.isBefore(window[0]) && at.isBefore(window[1])) {
                    return Band.BUSINESS;
                }
            }
            return calendar.weekendDays().contains(date.getDayOfWeek()) ? Band.WEEKEND : Band.AFTER_HOURS;
        }
    }

    private void group() {
        Map<String, List<Work>> groups = new LinkedHashMap<>();
        for (Work w : entries) {
            TimeEntry e = w.entry;
            String alone = "alone " + e.id();
            String key =
                    switch (w.card.units().grouping()) {
                        case ENTRY -> alone;
                        case VISIT ->
                            e.technician() == null || e.site() == null
                                    ? alone
                                    : "visit " + e.technician() + " | " + e.site() + " | " + w.date;
                        case TICKET_DAY -> e.ticket() == null ? alone : "day " + e.ticket() + " | " + w.date;
                        case TICKET -> e.ticket() == null ? alone : "ticket " + e.ticket();
                    };
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(w);
        }
        groups.values().forEach(ReferenceRater::round);
    }

    private static void round(List<Work> group) {
        List<Long> worked = group.stream().map(w -> w.worked).toList();
        long sum = worked.stream().mapToLong(s -> s).sum();
        if (sum == 0) {
            return;
        }
        BillingUnit unit =
                unit(group.stream().filter(w -> w.worked > 0).findFirst().orElseThrow());
        BigDecimal increments = BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(unit.incrementMinutes() * 60), 30, RoundingMode.HALF_EVEN);
        RoundingMode mode =
                switch (unit.rounding()) {
                    case UP -> RoundingMode.CEILING;
                    case NEAREST -> RoundingMode.HALF_UP;
                    case DOWN -> RoundingMode.FLOOR;
                };
        long rounded = increments.setScale(0, mode).longValueExact() * unit.incrementMinutes();
        long billable = Math.max(rounded, unit.minimumMinutes());
        List<Long> roundedShares = share(rounded, worked);
        List<Long> billableShares = share(billable, worked);
        for (int i = 0; i < group.size(); i++) {
            Work w = group.get(i);
            w.rounded = roundedShares.get(i);
            w.billable = billableShares.get(i);
            List<Part> parts = new ArrayList<>(w.seconds.keySet());
            List<Long> minutes = share(w.billable, new ArrayList<>(w.seconds.values()));
            w.minutes = new LinkedHashMap<>();
            for (int p = 0; p < parts.size(); p++) {
                w.minutes.put(parts.get(p), minutes.get(p));
            }
        }
    }

    /** The unit that names both what is done and when, else what, else when, else the card's own. */
    private static BillingUnit unit(Work w) {
        Band start = w.seconds.keySet().iterator().next().band();
        for (String type : Arrays.asList(w.entry.workType(), null)) {
            for (Band band : Arrays.asList(start, null)) {
                for (BillingUnit.Special special : w.card.units().special()) {
                    if (Objects.equals(special.workType(), type) && special.band() == band) {
                        return special.unit();
                    }
                }
            }
        }
        return w.card.units().general();
    }

    /** Gives minutes out one at a time, each to the part that is furthest below its due; between equals to the earlier. */
    private static List<Long> share(long total, List<Long> weights) {
        BigInteger whole = BigInteger.valueOf(weights.stream().mapToLong(w -> w).sum());
        List<Long> parts = new ArrayList<>();
        List<BigInteger> missing = new ArrayList<>();
        for (long weight : weights) {
            if (whole.signum() == 0) {
                parts.add(0L);
                continue;
            }
            BigInteger[] exact = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(whole);
            parts.add(exact[0].longValueExact());
            missing.add(exact[1]);
        }
        long given = parts.stream().mapToLong(p -> p).sum();
        while (whole.signum() > 0 && given < total) {
            BigInteger most = missing.stream().max(Comparator.naturalOrder()).orElseThrow();
            int i = missing.indexOf(most);
            parts.set(i, parts.get(i) + 1);
            missing.set(i, BigInteger.ONE.negate());
            given++;
        }
        return parts;
    }

    private void charge(Work w) {
        w.minutes.forEach((part, minutes) -> {
            if (minutes > 0) {
                labour(w, part, minutes);
            }
        });
        RateCard card = w.card;
        TimeEntry e = w.entry;
        if (e.unscheduled() && card.callOutMinor() > 0 && e.start().isBefore(e.end()) && isCallOut(w)) {
            line(e, "CALL_OUT", null, 0, 0, 0, card.callOutMinor());
        }
        Long travel = e.trip() == null ? null : travel(card.travel(), e.trip());
        if (travel != null) {
            boolean known = e.technician() != null && e.site() != null;
            if (!known || trips.add(e.technician() + " | " + e.site() + " | " + w.date)) {
                line(e, "TRAVEL", null, 0, 0, 0, travel);
            }
        }
    }

    /** What a trip costs; null where no line is made of it. */
    private static Long travel(Travel terms, TimeEntry.Trip trip) {
        BigDecimal cost =
                switch (terms) {
                    case Travel.None none -> null;
                    case Travel.Flat(long fee) -> fee == 0 ? null : BigDecimal.valueOf(fee);
                    case Travel.Hourly(long rate) ->
                        BigDecimal.valueOf(rate)
                                .multiply(BigDecimal.valueOf(trip.minutes()))
                                .divide(SIXTY, 0, RoundingMode.HALF_UP);
                    case Travel.Distance(Fraction rate) ->
                        decimal(rate.toString())
                                .multiply(decimal(trip.distance().toString()));
                };
        return cost == null
                ? null
                : (Long) cost.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private boolean isCallOut(Work w) {
        Instant start = w.entry.start();
        Windows windows = new Windows(w.calendar, start, start.plus(15, ChronoUnit.DAYS));
        if (windows.band(start) == Band.BUSINESS) {
            return false;
        }
        Instant at = start;
        Instant limit = start.plus(15, ChronoUnit.DAYS);
        while (at.isBefore(limit) && windows.band(at) != Band.BUSINESS) {
            at = quarterAfter(at);
        }
        String period = at.isBefore(limit) ? at.toString() : "never";
        String ticket = w.entry.ticket() == null ? "entry " + w.entry.id() : "ticket " + w.entry.ticket();
        return callOuts.add(ticket + " | " + period);
    }

    private void labour(Work w, Part part, long minutes) {
        Band band = part.band();
        BigDecimal multiplier = decimal(
                w.card.multipliers().get(band) == null
                        ? "1"
                        : w.card.multipliers().get(band).toString());
        boolean weighted = w.card.blockBurn() == BlockBurn.WEIGHTED;
        BigDecimal weight = weighted ? multiplier : BigDecimal.ONE;
        BigDecimal left = blocks.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long covered = minutes;
        while (BigDecimal.valueOf(covered).multiply(weight).compareTo(left) > 0) {
            covered--;
        }
        long taken = BigDecimal.valueOf(covered)
                .multiply(weight)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        for (long i = 0; i < taken; i++) {
            String oldest = null;
            for (String id : blocks.keySet()) {
                oldest = oldest == null && blocks.get(id).signum() > 0 ? id : oldest;
            }
            blocks.merge(oldest, BigDecimal.ONE.negate(), BigDecimal::add);
            used.merge(oldest, 1L, Long::sum);
        }
        BigDecimal hourly =
                BigDecimal.valueOf(part.overage() != null && !blocks.isEmpty() ? part.overage() : part.rate());
        long charged = minutes - covered;
        long amount = BigDecimal.valueOf(charged)
                .multiply(hourly)
                .multiply(multiplier)
                .divide(SIXTY, 0, RoundingMode.HALF_UP)
                .longValueExact();
        line(w.entry, "LABOUR", band, minutes, covered, charged, amount);
        if (part.from() != null) {
            lines.getLast().put("from", part.from().toString());
        }
    }

    private static Long find(List<HourlyRate> rates, Work w, LocalDate date) {
        Long general = null;
        for (HourlyRate rate : rates) {
            boolean inForce = (rate.from() == null || !rate.from().isAfter(date))
                    && (rate.to() == null || rate.to().isAfter(date));
            if (inForce && rate.workType().equals(w.entry.workType())) {
                if (rate.role() != null && rate.role().equals(w.entry.role())) {
                    return rate.minorPerHour();
                }
                if (rate.role() == null) {
                    general = rate.minorPerHour();
                }
            }
        }
        return general;
    }

    private void line(TimeEntry e, String kind, Band band, long minutes, long covered, long charged, long amount) {
        BigDecimal room = rooms.get(String.valueOf(e.cap()));
        long within = amount;
        if (room != null) {
            within = BigDecimal.valueOf(amount).min(room).longValueExact();
            rooms.put(String.valueOf(e.cap()), room.subtract(BigDecimal.valueOf(within)));
        }
        subtotal += amount;
        billed += within;
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("entry", e.id());
        line.put("kind", kind);
        line.put("band", band == null ? null : band.name());
        line.put("minutes", minutes);
        line.put("blockMinutes", covered);
        line.put("chargedMinutes", charged);
        line.put("amountMinor", amount);
        line.put("billedMinor", within);
        lines.add(line);
    }

    private Map<String, Object> answer() {
        List<Object> rated = new ArrayList<>();
        for (Work w : entries) {
            Map<String, Long> bands = new TreeMap<>();
            w.minutes.forEach((part, minutes) -> {
                if (minutes > 0) {
                    bands.merge(part.band().name(), minutes, Long::sum);
                }
            });
            rated.add(Map.of(
                    "id",
                    w.entry.id(),
                    "actualSeconds",
                    ChronoUnit.SECONDS.between(w.entry.start(), w.entry.end()),
                    "roundedMinutes",
                    w.rounded,
                    "billableMinutes",
                    w.billable,
                    "bands",
                    bands));
        }
        List<Object> consumed = new ArrayList<>();
        blocks.forEach((id, left) ->
                consumed.add(Map.of("id", id, "usedMinutes", used.get(id), "remainingMinutes", left.longValueExact())));
        long tax = BigDecimal.valueOf(billed)
                .multiply(decimal(work.terms().card().taxRatePercent().toString()))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return Map.of(
                "entries", rated,
                "lines", lines,
                "blocks", consumed,
                "subtotalMinor", subtotal,
                "billedMinor", billed,
                "overCapMinor", subtotal - billed,
                "taxMinor", tax,
                "totalMinor", billed + tax);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
