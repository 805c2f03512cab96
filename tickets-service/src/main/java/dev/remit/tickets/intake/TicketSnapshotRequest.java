package dev.remit.tickets.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.remit.kit.problem.Problem;
import dev.remit.psa.Author;
import dev.remit.psa.TicketFacts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket as its source has it at one moment. */
@Schema(
        name = "TicketSnapshot",
        description =
                "Optional members that are absent stay as they were, null says that there is none; client, site and category"
                        + " are told as a whole. Messages are known by their key and add up: one that is absent stays said.",
        additionalProperties = Schema.False.class)
public record TicketSnapshotRequest(
        @NotNull @Schema(description = "When the source last changed the ticket; snapshots are ordered by it")
        Instant sourceUpdatedAt,

        @NotNull Instant createdAt,
        @NotBlank @Size(max = 500) String title,
        @Size(max = 50_000) String description,
        @NotNull @Valid ClientReference client,

        @Valid @Schema(description = "The person of the client who asks")
        Requester requester,

        @Valid @Schema(description = "The member of staff who has it")
        Assignee assignee,

        @Valid SiteReference site,

        @NotBlank @Size(max = 100) @Schema(description = "The source's name; the connection translates it")
        String priority,

        @NotBlank @Size(max = 100) @Schema(description = "The source's name; the connection translates it")
        String ticketClass,

        @Valid CategoryCodes category,

        @Size(min = 1, max = 64) @Schema(description = "Code of our catalogue, where the source knows it")
        String catalogueItem,

        @NotBlank @Size(max = 100) @Schema(description = "The source's name; the connection translates it")
        String status,

        @Size(min = 1, max = 100)
        @Schema(
                description =
                        "The source's name of the way in which it was asked; the connection translates it. A ticket by"
                                + " PHONE is answered as it comes into being; the first that is told stands for that")
        String channel,

        @Size(min = 1, max = 100)
        @Schema(description = "The source's key of the ticket into which it was merged; by that it has ended")
        String mergedInto,

        @Size(max = 2_000)
        @Pattern(regexp = "https?://[^\\s]+", message = "must be a link")
        @Schema(description = "Where the source shows it", examples = "https://psa.example/tickets/70123")
        String link,

        @Size(max = 50) @Schema(description = "The source's words for finding it again")
        List<@NotBlank @Size(max = 100) String> labels,

        Instant respondedAt,
        Instant plannedAt,
        Instant resolvedAt,
        Instant closedAt,

        @Schema(description = "The date that the work is agreed for; may lie ahead")
        Instant scheduledFor,

        @Schema(description = "Keeps the text out of everything that leaves the service desk")
        Boolean confidential,

        @Size(max = 2_000) List<@NotNull @Valid MessageRequest> messages) {

    private static final Set<String> OPTIONAL = Set.of(
            "description",
            "requester",
            "assignee",
            "site",
            "category",
            "catalogueItem",
            "channel",
            "mergedInto",
            "link",
            "labels",
            "respondedAt",
            "plannedAt",
            "resolvedAt",
            "closedAt",
            "scheduledFor",
            "confidential");

    /** By our code or by the source's own key. */
    @Schema(additionalProperties = Schema.False.class, minProperties = 1)
    record ClientReference(
            @Size(min = 1, max = 64) String code,
            @Size(min = 1, max = 100) String externalId) {}

    /** By name, e-mail address or both. */
    @Schema(name = "TicketRequester", additionalProperties = Schema.False.class, minProperties = 1)
    record Requester(
            @Size(min = 1, max = 200) String name,
            @Size(min = 1, max = 254) String email) {}

    /** A member of staff. */
    @Schema(name = "TicketAssignee", additionalProperties = Schema.False.class)
    record Assignee(
            @NotBlank @Size(max = 100) @Schema(description = "The source's key of the person, as in time entries")
            String id,

            @Size(min = 1, max = 200) String name) {}

    /** By our code or by the source's own key. */
    @Schema(additionalProperties = Schema.False.class, minProperties = 1)
    record SiteReference(
            @Size(min = 1, max = 64) String code,
            @Size(min = 1, max = 100) String externalId) {}

    /** The source's own classification. */
    @Schema(additionalProperties = Schema.False.class)
    record CategoryCodes(
            @Size(min = 1, max = 200) @Schema(description = "The board or queue on which the source has it")
            String board,

            @Size(min = 1, max = 200) String type,
            @Size(min = 1, max = 200) String subtype,
            @Size(min = 1, max = 200) String item) {}

    /** Something said on the ticket. */
    @Schema(name = "TicketMessage", additionalProperties = Schema.False.class)
    record MessageRequest(
            @NotBlank @Size(max = 100) @Schema(description = "The source's key of the message")
            String key,

            @NotNull Instant at,
            @NotNull TicketFacts.Message.Party from,

            @NotNull @JsonProperty("public") @Schema(description = "Whether the client can read it")
            Boolean isPublic,

            @Schema(description = "Whether a machine wrote it; no by default")
            Boolean automatic,

            @Schema(description = "Whether it asks the client for something; no by default")
            Boolean question) {

        private TicketFacts.Message facts() {
            return new TicketFacts.Message(
                    key, at, from, isPublic, Boolean.TRUE.equals(automatic), Boolean.TRUE.equals(question));
        }
    }

    /** @throws Problem validation, where client or site are told by nothing */
    void check() {
        if (client.code() == null && client.externalId() == null) {
            throw Problem.invalid("client", "needs a code or an externalId", "required");
        }
        if (site != null && site.code() == null && site.externalId() == null) {
            throw Problem.invalid("site", "needs a code or an externalId", "required");
        }
    }

    /** The optional members of which a body says nothing, so that they stay as they were. */
    static Set<String> kept(Set<String> named) {
        Set<String> kept = new TreeSet<>(OPTIONAL);
        kept.removeAll(named);
        return kept;
    }

    /** @param author the person who writes; null for a source */
    TicketFacts facts(String externalId, Author author) {
        return new TicketFacts(
                externalId,
                sourceUpdatedAt,
                createdAt,
                title,
                description,
                new TicketFacts.ClientRef(client.code(), client.externalId()),
                requester == null ? null : TicketFacts.Requester.of(requester.name(), requester.email()),
                assignee == null ? null : new TicketFacts.Assignee(assignee.id(), assignee.name()),
                site == null ? null : new TicketFacts.SiteRef(site.code(), site.externalId()),
                priority,
                ticketClass,
                category == null
                        ? null
                        : new TicketFacts.Category(
                                category.board(), category.type(), category.subtype(), category.item()),
                catalogueItem,
                status,
                channel,
                mergedInto,
                link,
                labels,
                new TicketFacts.Milestones(respondedAt, plannedAt, resolvedAt, closedAt, scheduledFor),
                Boolean.TRUE.equals(confidential),
                messages == null
                        ? List.of()
                        : messages.stream().map(MessageRequest::facts).toList(),
                author);
    }
}
