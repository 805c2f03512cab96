package dev.remit.tickets.connections;

import dev.remit.psa.TicketFacts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A source's names in our words. A name without a row stands for itself, so that a source which speaks our words needs
 * no table; the exceptions are a status and a channel, whose meanings are closed lists.
 *
 * @param priorities a source's priority by ours, such as {@code P3}
 * @param statuses a source's status by its meaning
 * @param ticketClasses a source's kind of ticket by {@code INCIDENT}, {@code REQUEST}, {@code PROJECT} or {@code ALERT}
 * @param workTypes a source's kind of work by the rate card's
 * @param channels a source's way of asking by ours
 * @param roles a source's role of a technician by the rate card's
 */
public record Translation(
        Map<String, String> priorities,
        Map<String, TicketStatus> statuses,
        Map<String, String> ticketClasses,
        Map<String, TicketChannel> channels,
        Map<String, String> workTypes,
        Map<String, String> roles) {

    public Translation {
        priorities = copy(priorities);
        statuses = copy(statuses);
        ticketClasses = copy(ticketClasses);
        channels = copy(channels);
        workTypes = copy(workTypes);
        roles = copy(roles);
    }

    /** The same with another meaning of one name. */
    Translation with(NameTable table, String name, String means) {
        return switch (table) {
            case PRIORITY ->
                new Translation(row(priorities, name, means), statuses, ticketClasses, channels, workTypes, roles);
            case STATUS ->
                new Translation(
                        priorities,
                        row(statuses, name, TicketStatus.valueOf(means)),
                        ticketClasses,
                        channels,
                        workTypes,
                        roles);
            case TICKET_CLASS ->
                new Translation(priorities, statuses, row(ticketClasses, name, means), channels, workTypes, roles);
            case CHANNEL ->
                new Translation(
                        priorities,
                        statuses,
                        ticketClasses,
                        row(channels, name, TicketChannel.valueOf(means)),
                        workTypes,
                        roles);
            case WORK_TYPE ->
                new Translation(priorities, statuses, ticketClasses, channels, row(workTypes, name, means), roles);
            case ROLE ->
                new Translation(priorities, statuses, ticketClasses, channels, workTypes, row(roles, name, means));
        };
    }

    /** How many names of a kind have a meaning of their own. */
    int rows(NameTable table) {
        return switch (table) {
            case PRIORITY -> priorities.size();
            case STATUS -> statuses.size();
            case TICKET_CLASS -> ticketClasses.size();
            case CHANNEL -> channels.size();
            case WORK_TYPE -> workTypes.size();
            case ROLE -> roles.size();
        };
    }

    private static <V> Map<String, V> row(Map<String, V> names, String name, V means) {
        Map<String, V> more = new HashMap<>(names);
        more.put(name, means);
        return more;
    }

    private static <V> Map<String, V> copy(Map<String, V> names) {
        return names == null ? Map.of() : Map.copyOf(names);
    }

    /** Our priority, or null if the source gave none. */
    public String priority(String name) {
        return own(priorities, name);
    }

    /** Our ticket class, or null if the source gave none. */
    public String ticketClass(String name) {
        return own(ticketClasses, name);
    }

    /** The rate card's work type, or null if the source gave none. */
    public String workType(String name) {
        return own(workTypes, name);
    }

    /** The rate card's role, or null if the source gave none. */
    public String role(String name) {
        return own(roles, name);
    }

    /** Whether there is a row for a role, or none is needed since the source gave none. */
    public boolean knowsRole(String name) {
        return name == null || roles.containsKey(name);
    }

    /** Whether there is a row for a kind of work, or none is needed since the source gave none. */
    public boolean knowsWorkType(String name) {
        return name == null || workTypes.containsKey(name);
    }

    /** What a ticket's status means; one that was merged into another has ended by that, whatever its status says. */
    public Optional<TicketStatus> status(TicketFacts facts) {
        return facts.mergedInto() == null ? status(facts.status()) : Optional.of(TicketStatus.MERGED);
    }

    /** In which way it was asked for; empty for a name that neither the table nor, in whatever case, our own list knows. */
    public Optional<TicketChannel> channel(String name) {
        if (name == null) {
            return Optional.empty();
        }
        TicketChannel meaning = channels.get(name);
        return meaning != null
                ? Optional.of(meaning)
                : Arrays.stream(TicketChannel.values())
                        .filter(channel -> channel.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst();
    }

    /** Whether the client has had its response where it asked in a way of that name. */
    public boolean isAnsweredAtOnce(String channel) {
        return channel(channel).filter(TicketChannel.PHONE::equals).isPresent();
    }

    /** What the status means; empty for a status that neither the table nor our own list knows. */
    public Optional<TicketStatus> status(String name) {
        if (name == null) {
            return Optional.empty();
        }
        TicketStatus meaning = statuses.get(name);
        if (meaning != null) {
            return Optional.of(meaning);
        }
        for (TicketStatus status : TicketStatus.values()) {
            if (status.name().equals(name)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    private static String own(Map<String, String> names, String name) {
        return name == null ? null : names.getOrDefault(name, name);
    }
}
