package dev.remit.engines.agreement;

import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.RatingTerms;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A signed document, read once, with its calendars compiled as places ask for them. An addendum's prices and hours are told
 * beside its master, since it may leave either to it.
 */
public final class PricedDocument {
    private final AgreementDocument document;
    private final AgreementDocument timed;
    private final Map<Hours, RatingTerms> terms = new ConcurrentHashMap<>();
    private final Map<Beside, PricedDocument> beside = new ConcurrentHashMap<>();

    private record Beside(PricedDocument master, PricedDocument hours) {}

    /**
     * @param content the published bytes
     * @throws dev.remit.engines.InvalidInput if they are not a signed document
     */
    public PricedDocument(byte[] content) {
        this(AgreementDocument.parse(content));
    }

    /** A document that was read before. */
    public PricedDocument(AgreementDocument document) {
        this(document, document);
    }

    private PricedDocument(AgreementDocument document, AgreementDocument timed) {
        this.document = document;
        this.timed = timed;
    }

    /**
     * The same prices, of an addendum its master's where it has none.
     *
     * @param master that is in force
     * @param hoursOf the document whose hours cut the work into bands
     */
    PricedDocument beside(PricedDocument master, PricedDocument hoursOf) {
        return beside.computeIfAbsent(
                new Beside(master, hoursOf), both -> new PricedDocument(completed(master), hoursOf.completed(master)));
    }

    private AgreementDocument completed(PricedDocument master) {
        return document.isAddendum() ? document.completedBy(master.document) : document;
    }

    /** The agreement that it is an addendum to; null for a master. */
    UUID master() {
        return document.master();
    }

    Optional<RateCard> rateCard() {
        return Optional.ofNullable(document.rateCard());
    }

    /** Names the document whose hours cut the work into bands; empty where it is the one that prices it. */
    String hoursOf() {
        return timed.agreementId().equals(document.agreementId())
                ? ""
                : "+" + timed.agreementId() + "/" + timed.version();
    }

    /** The zone that the document signs for a site, or one that is known otherwise. */
    ZoneId zone(String site, ZoneId otherwise) {
        return document.zone(site, otherwise);
    }

    /** Only for a document with a rate card. */
    RatingTerms terms(SiteZone place) {
        return terms.computeIfAbsent(
                hours(place),
                hours -> new RatingTerms(
                        timed.surchargeCalendar(place), rateCard().orElseThrow()));
    }

    /** By what hours work at a place is priced: two places of the same have the same terms. */
    Hours hours(SiteZone place) {
        String name = timed.surchargeCalendarName(place.site());
        NamedCalendar calendar = timed.calendars().get(name);
        return new Hours(
                name,
                calendar == null || calendar.followsSite()
                        ? place.zone()
                        : ZoneId.of(calendar.text().zone()));
    }

    /** A calendar of the document in a zone. */
    record Hours(String calendar, ZoneId zone) {
        @Override
        public String toString() {
            return calendar + "@" + zone;
        }
    }
}
