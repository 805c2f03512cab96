package dev.remit.tickets.rulings;

import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.Requester;
import dev.remit.kit.http.MayBeAbsent;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was known of the work item.
 *
 * @param factsHash of the snapshot that it was read from
 * @param documents hashes of the signed documents that were in force: the master's, then its addenda's; null where none was
 * @param catalogueHash of the version of the catalogue by which it was recognised
 * @param title left out of a confidential ticket's ruling
 * @param found what the work was found to be, where the title is left out; null elsewhere
 * @param recognisedBefore the item as which its codes were recognised before, where it bears one now that nobody has
 *     mapped; null elsewhere
 * @param planned the work as it is planned; null where no date for it is agreed
 * @param zone in which the work date is local
 * @param tzdb the version of the zone's rules
 */
public record RulingInputs(
        String factsHash,
        @MayBeAbsent List<String> documents,
        @MayBeAbsent String catalogueHash,
        @MayBeAbsent String itemCode,
        @MayBeAbsent String board,
        @MayBeAbsent String type,
        @MayBeAbsent String subtype,
        @MayBeAbsent String item,
        @MayBeAbsent String title,
        @MayBeAbsent Found found,
        @MayBeAbsent String recognisedBefore,
        @MayBeAbsent String ticketClass,
        @MayBeAbsent String priority,
        @MayBeAbsent String site,
        @MayBeAbsent Requester requester,
        @MayBeAbsent PieceOfWork planned,
        @MayBeAbsent LocalDate workDate,
        @MayBeAbsent String zone,
        @MayBeAbsent String tzdb) {

    /** Whether the same is known of the work itself, from whichever snapshot. */
    boolean sameWork(RulingInputs other) {
        return withoutHash().equals(other.withoutHash());
    }

    RulingInputs withoutTitle() {
        return new RulingInputs(
                factsHash,
                documents,
                catalogueHash,
                itemCode,
                board,
                type,
                subtype,
                item,
                null,
                found,
                recognisedBefore,
                ticketClass,
                priority,
                site,
                requester,
                planned,
                workDate,
                zone,
                tzdb);
    }

    private RulingInputs withoutHash() {
        return new RulingInputs(
                null,
                documents,
                catalogueHash,
                itemCode,
                board,
                type,
                subtype,
                item,
                title,
                found,
                recognisedBefore,
                ticketClass,
                priority,
                site,
                requester,
                planned,
                workDate,
                zone,
                null);
    }

    /**
     * Which catalogue item a work item was found to be.
     *
     * @param category the item's category in the catalogue
     * @param evidence the code or the phrase of the catalogue that decided
     * @param candidates the items between which nothing decided
     */
    @Schema(name = "RulingFound", description = "What the work was found to be, where its title is withheld.")
    public record Found(
            Categorisation.Basis basis,
            @MayBeAbsent String item,
            @MayBeAbsent String category,
            @MayBeAbsent String evidence,
            @MayBeAbsent List<String> candidates) {

        static Found of(Categorisation found) {
            List<String> candidates = found.candidates().isEmpty() ? null : found.candidates();
            return new Found(found.basis(), found.item(), found.category(), found.evidence(), candidates);
        }
    }
}
