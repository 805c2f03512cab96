package dev.remit.psa;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * One snapshot of a ticket, as its source had it at {@code sourceUpdatedAt}. Names of priorities, statuses, classes and
 * work types are the source's own; the connection's tables translate them. Whatever the source left out is null.
 *
 * @param externalId the source's key of the ticket
 * @param sourceUpdatedAt when the source last changed the ticket; snapshots are ordered by it
 * @param createdAt when the ticket came into being at the source
 * @param title one line
 * @param description free text; null if the source has none
 * @param client who asked
 * @param requester the person of the client who asks; null if the source names none
 * @param assignee the member of staff who has it; null if nobody has
 * @param site where; null if the source names no site
 * @param priority the source's name of the priority; null if none
 * @param ticketClass the source's name for incident, request, project or alert; null if none
 * @param category what was asked for, in the source's codes; never null, its parts may be
 * @param catalogueItem a code of our own catalogue where the source knows it; null otherwise
 * @param status the source's name of the status; null if none
 * @param channel the source's name of the way in which it was asked; null if none
 * @param mergedInto the source's key of the ticket into which it was merged; null if into none
 * @param link where the source shows it; null if the source says nothing
 * @param labels the source's words for finding it again, in order and each once; empty if there are none
 * @param milestones the source's own timestamps; never null, its parts may be
 * @param confidential whether the ticket's text must stay out of everything that leaves the service desk
 * @param messages what was said on the ticket, any order; empty if the source sends none
 * @param author the person who wrote it; null where the source itself says so
 */
public record TicketFacts(
        String externalId,
        Instant sourceUpdatedAt,
        Instant createdAt,
        String title,
        String description,
        ClientRef client,
        Requester requester,
        Assignee assignee,
        SiteRef site,
        String priority,
        String ticketClass,
        Category category,
        String catalogueItem,
        String status,
        String channel,
        String mergedInto,
        String link,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> labels,
        Milestones milestones,
        boolean confidential,
        List<Message> messages,
        Author author)
        implements PsaFacts {

    public TicketFacts {
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(sourceUpdatedAt, "sourceUpdatedAt");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(client, "client");
        category = category == null ? Category.NONE : category;
        milestones = milestones == null ? Milestones.NONE : milestones;
        labels =
                labels == null ? List.of() : labels.stream().distinct().sorted().toList();
        messages = messages == null ? List.of() : List.copyOf(messages);
    }

    /**
     * The same with the optional members that this snapshot says nothing of as an earlier one has them. Messages are left
     * as they are: what was said once stays said.
     *
     * @param kept names of optional members and milestones; those of others change nothing
     * @param before the snapshot before this one, itself complete
     */
    public TicketFacts keeping(Collection<String> kept, TicketFacts before) {
        return new TicketFacts(
                externalId,
                sourceUpdatedAt,
                createdAt,
                title,
                kept.contains("description") ? before.description : description,
                client,
                kept.contains("requester") ? before.requester : requester,
                kept.contains("assignee") ? before.assignee : assignee,
                kept.contains("site") ? before.site : site,
                priority,
                ticketClass,
                kept.contains("category") ? before.category : category,
                kept.contains("catalogueItem") ? before.catalogueItem : catalogueItem,
                status,
                kept.contains("channel") ? before.channel : channel,
                kept.contains("mergedInto") ? before.mergedInto : mergedInto,
                kept.contains("link") ? before.link : link,
                kept.contains("labels") ? before.labels : labels,
                milestones.keeping(kept, before.milestones),
                kept.contains("confidential") ? before.confidential : confidential,
                messages,
                author);
    }

    /**
     * A client by our code or by the source's key; at least one is there.
     *
     * @param code our client code, or null
     * @param externalId the source's key, or null
     */
    public record ClientRef(String code, String externalId) {

        public ClientRef {
            if (code == null && externalId == null) {
                throw new IllegalArgumentException("a client needs a code or an external id");
            }
        }
    }

    /**
     * A person of the client; one of the two is there.
     *
     * @param name as the source has it, or null
     * @param email address, or null
     */
    public record Requester(String name, String email) {

        /** Null where neither is known. */
        public static Requester of(String name, String email) {
            return name == null && email == null ? null : new Requester(name, email);
        }
    }

    /**
     * A member of staff.
     *
     * @param id the source's key of the person
     * @param name as the source has it, or null
     */
    public record Assignee(String id, String name) {

        public Assignee {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * A site by our code or by the source's key.
     *
     * @param code our site code, or null
     * @param externalId the source's key, or null
     */
    public record SiteRef(String code, String externalId) {}

    /**
     * Where the source has put it; each may be null.
     *
     * @param board the board or queue
     * @param type the first level of classification
     * @param subtype the second
     * @param item the third
     */
    public record Category(String board, String type, String subtype, String item) {

        /** Not categorised at all. */
        public static final Category NONE = new Category(null, null, null, null);
    }

    /**
     * Timestamps that the source keeps itself; each may be null.
     *
     * @param respondedAt first response
     * @param plannedAt plan given
     * @param resolvedAt resolution
     * @param closedAt closing
     * @param scheduledFor the date for which the work is agreed
     */
    public record Milestones(
            Instant respondedAt, Instant plannedAt, Instant resolvedAt, Instant closedAt, Instant scheduledFor) {

        /** Nothing happened yet. */
        public static final Milestones NONE = new Milestones(null, null, null, null, null);

        private Milestones keeping(Collection<String> kept, Milestones before) {
            return new Milestones(
                    kept.contains("respondedAt") ? before.respondedAt : respondedAt,
                    kept.contains("plannedAt") ? before.plannedAt : plannedAt,
                    kept.contains("resolvedAt") ? before.resolvedAt : resolvedAt,
                    kept.contains("closedAt") ? before.closedAt : closedAt,
                    kept.contains("scheduledFor") ? before.scheduledFor : scheduledFor);
        }
    }

    /**
     * Something said on the ticket.
     *
     * @param key the source's key of the message
     * @param at when it was said
     * @param from by whom
     * @param isPublic whether the client can read it
     * @param automatic whether a machine wrote it
     * @param question whether it asks the client for something
     */
    public record Message(String key, Instant at, Party from, boolean isPublic, boolean automatic, boolean question) {

        /** The two sides of a ticket. */
        public enum Party {
            CLIENT,
            MSP
        }

        public Message {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(from, "from");
        }
    }
}
