package dev.remit.engines.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Planned work as the time entries that it will be, one for each technician. They have no names yet: those of one role who
 * are free again do the next work too, so that they travel to a site once a day. Work without a time is done by technicians
 * of its own.
 */
final class PlannedEntries {
    static final UUID CLIENT = new UUID(1, 0);
    static final UUID WORK_ITEM = new UUID(2, 0);

    /** Names no entry of planned work. */
    static final UUID NONE = new UUID(-1, 0);

    private static final UUID TICKET = new UUID(3, 0);

    private final List<PlannedWork> planned;
    private final LocalDate undated;
    private final Map<String, List<Instant>> busyUntil = new HashMap<>();

    /** @param undated the date of work without a time */
    PlannedEntries(List<PlannedWork> planned, LocalDate undated) {
        this.planned = planned;
        this.undated = undated;
    }

    List<WorkEntry> all() {
        List<WorkEntry> entries = new ArrayList<>();
        IntStream.range(0, planned.size())
                .boxed()
                .sorted(Comparator.comparing(
                        i -> planned.get(i).start(), Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(i -> add(i, entries));
        return entries;
    }

    /** Which of the planned work, from 0, an entry is of. */
    static int planned(UUID entry) {
        return (int) entry.getMostSignificantBits();
    }

    private void add(int number, List<WorkEntry> entries) {
        PlannedWork work = planned.get(number);
        int free = 0;
        for (int n = 0; n < work.technicians(); n++) {
            UUID id = new UUID(number, n);
            String technician = id.toString();
            if (work.start() != null) {
                free = nextFree(work, free);
                technician = work.role() + " " + free++;
            }
            entries.add(entry(id, technician, work));
        }
    }

    /** Takes the first technician of the role, from some on, who is free when the work begins. */
    private int nextFree(PlannedWork work, int from) {
        List<Instant> ofRole = busyUntil.computeIfAbsent(Objects.toString(work.role(), ""), role -> new ArrayList<>());
        int free = from;
        while (free < ofRole.size() && ofRole.get(free).isAfter(work.start())) {
            free++;
        }
        if (free == ofRole.size()) {
            ofRole.add(work.end());
        } else {
            ofRole.set(free, work.end());
        }
        return free;
    }

    private WorkEntry entry(UUID id, String technician, PlannedWork work) {
        boolean timeless = work.start() == null;
        Instant start = timeless ? undated.atStartOfDay(work.zone()).toInstant() : work.start();
        return new WorkEntry(
                id,
                CLIENT,
                TICKET,
                WORK_ITEM,
                technician,
                work.site(),
                work.zone(),
                work.workType(),
                work.role(),
                start,
                start.plusSeconds(work.seconds()),
                null,
                work.place(),
                timeless,
                work.travel(),
                Billability.BILLABLE,
                false,
                false,
                id.toString(),
                start);
    }
}
