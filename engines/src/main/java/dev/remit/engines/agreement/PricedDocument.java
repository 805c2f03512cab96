package dev.remit.engines.agreement;

import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.RatingTerms;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A signed document, read once, with its calendars compiled as zones ask for them. An addendum's prices and hours are told
 * beside its master, since it may leave either to it.
 */
public final class PricedDocument {
    private final AgreementDocument document;
    private final AgreementDocument hours;
    private final Map<ZoneId, RatingTerms> terms = new ConcurrentHashMap<>();
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

    private PricedDocument(AgreementDocument document, AgreementDocument hours) {
        this.document = document;
        this.hours = hours;
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
        return hours.agreementId().equals(document.agreementId())
                ? ""
                : "+" + hours.agreementId() + "/" + hours.version();
    }

    /** The zone that the document signs for a site, or one that is known otherwise. */
    ZoneId zone(String site, ZoneId otherwise) {
        return document.zone(site, otherwise);
    }

    /** Only for a document with a rate card. */
    RatingTerms terms(ZoneId site) {
        ZoneId zone = hours.coverage().followsSite() || followsSite() ? site : ZoneId.of("UTC");
        return terms.computeIfAbsent(
                zone,
                z -> new RatingTerms(hours.surchargeCalendar(z), rateCard().orElseThrow()));
    }

    private boolean followsSite() {
        return hours.bandCalendar() != null && hours.bandCalendar().followsSite();
    }
}
