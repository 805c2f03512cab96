package dev.remit.engines.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums worked seconds over the groups that a card asks for, rounds each group once and gives the minutes back. */
final class Groups {

    private Groups() {}

    private record Visit(String terms, String technician, String site, LocalDate date) {}

    private record TicketDay(String terms, String ticket, LocalDate date) {}

    private record Ticket(String terms, String ticket) {}

    /**
     * @param entries in order of start, then id
     */
    static void bill(List<MeasuredEntry> entries) {
        Map<Object, List<MeasuredEntry>> groups = null;
        for (MeasuredEntry entry : entries) {
            Object key = key(entry.entry, entry.terms);
            if (key == null) {
                billTogether(List.of(entry));
            } else {
                groups = groups == null ? new LinkedHashMap<>() : groups;
                groups.computeIfAbsent(key, k -> new ArrayList<>(4)).add(entry);
            }
        }
        if (groups != null) {
            groups.values().forEach(Groups::billTogether);
        }
    }

    /** What the entry's group is known by, or null if it stands for itself. */
    static Object key(TimeEntry entry, RatingTerms terms) {
        return switch (terms.card().units().grouping()) {
            case ENTRY -> null;
            case VISIT ->
                entry.technician() == null || entry.site() == null
                        ? null
                        : new Visit(entry.terms(), entry.technician(), entry.site(), terms.localDate(entry));
            case TICKET_DAY ->
                entry.ticket() == null ? null : new TicketDay(entry.terms(), entry.ticket(), terms.localDate(entry));
            case TICKET -> entry.ticket() == null ? null : new Ticket(entry.terms(), entry.ticket());
        };
    }

    private static void billTogether(List<MeasuredEntry> group) {
        long[] worked = new long[group.size()];
        long sum = 0;
        MeasuredEntry first = null;
        for (int i = 0; i < worked.length; i++) {
            worked[i] = group.get(i).entry.billedSeconds();
            sum += worked[i];
            if (first == null && worked[i] > 0) {
                first = group.get(i);
            }
        }
        if (first == null) {
            return;
        }
        BillingUnit unit = first.terms.card().units().of(first.entry.workType(), first.startBand());
        long rounded = unit.rounded(sum);
        long[] roundedParts = LargestRemainder.share(rounded, worked);
        long[] billableParts =
                rounded >= unit.minimumMinutes() ? roundedParts : LargestRemainder.share(unit.minimumMinutes(), worked);
        for (int i = 0; i < worked.length; i++) {
            group.get(i).bill(roundedParts[i], billableParts[i]);
        }
    }
}
