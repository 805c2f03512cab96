package dev.remit.kit.evidence;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.remit.engines.evidence.HashChain;
import dev.remit.engines.json.Json;
import dev.remit.kit.http.Continued;
import dev.remit.kit.http.MayBeAbsent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of a ticket's chain of evidence. Each hash is SHA-256 of the one before it and the link's seal; a seal is
 * SHA-256 of the SHA-256 of the salt and the payload's bytes.
 *
 * @param previous the hash that the first of these links follows from, in hex
 * @param intact whether every one of these links follows from the one before it
 * @param firstBroken position of the first link that does not; null where all do
 * @param next null where the chain ends with these
 */
@Schema(name = "EvidencePage")
public record EvidencePage(
        UUID ticketId,

        @Schema(
                description =
                        "The hash at the position that was asked with: what whoever noted it down compares. At 0 it is"
                                + " SHA-256 of [\"remit-chain/1\",ticketId]")
        String previous,

        @Schema(description = "Whether every one of these links follows from the one before it")
        boolean intact,

        @MayBeAbsent @Schema(description = "The position of the first link that does not")
        Integer firstBroken,

        List<Link> links,

        @MayBeAbsent
        @Schema(description = "What to ask with as after for the links that follow; absent at the end of the chain")
        Integer next)
        implements Continued {

    /**
     * One link.
     *
     * @param position from 1
     * @param salt in hex; null when the payload was erased or is withheld
     * @param payload canonical JSON; null when it was erased or is withheld
     */
    @Schema(name = "EvidenceLink")
    public record Link(
            int position,

            @Schema(description = "What the link is about", examples = "RULING")
            String kind,

            Instant writtenAt,
            String hash,
            String seal,
            @MayBeAbsent String salt,

            @MayBeAbsent @JsonRawValue @Schema(implementation = Object.class)
            String payload) {

        private static Link of(Stored stored, Optional<Predicate<Map<String, Object>>> withheld) {
            HexFormat hex = HexFormat.of();
            HashChain.Link link = stored.link();
            boolean hidden = link.salt() == null
                    || withheld.filter(hides -> hides.test(Json.members(link.payload())))
                            .isPresent();
            return new Link(
                    stored.position(),
                    stored.kind(),
                    stored.writtenAt(),
                    hex.formatHex(link.hash()),
                    hex.formatHex(link.seal()),
                    hidden ? null : hex.formatHex(link.salt()),
                    hidden ? null : new String(link.payload(), StandardCharsets.UTF_8));
        }
    }

    /** A link as it is kept. */
    record Stored(int position, String kind, Instant writtenAt, HashChain.Link link) {}

    /** A link that is missing breaks the chain at the link behind it, whose position says so too. */
    static EvidencePage of(
            UUID ticketId,
            byte[] previous,
            List<Stored> stored,
            boolean more,
            Optional<Predicate<Map<String, Object>>> withheld) {
        OptionalInt broken = HashChain.firstBroken(
                previous, stored.stream().map(Stored::link).toList());
        return new EvidencePage(
                ticketId,
                HexFormat.of().formatHex(previous),
                broken.isEmpty(),
                broken.isEmpty() ? null : stored.get(broken.getAsInt()).position(),
                stored.stream().map(link -> Link.of(link, withheld)).toList(),
                more ? stored.getLast().position() : null);
    }

    @Override
    public Optional<Continuation> continuation() {
        return Optional.ofNullable(next).map(position -> new Continuation("after", position.toString()));
    }
}
