package dev.remit.engines.agreement;

import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.RatingTerms;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A signed document, read once, with its calendars compiled as zones ask for them. */
public final class PricedDocument {
    private final AgreementDocument document;
    private final Map<ZoneId, RatingTerms> terms = new ConcurrentHashMap<>();

    /**
     * @param content the published bytes
     * @throws dev.remit.engines.InvalidInput if they are not a signed document
     */
    public PricedDocument(byte[] content) {
        this(AgreementDocument.parse(content));
    }

    /** A document that was read before. */
    public PricedDocument(AgreementDocument document) {
        this.document = document;
    }

    /** The agreement that it is an addendum to; null for a master. */
    UUID master() {
        return document.master();
    }

    Optional<RateCard> rateCard() {
        return Optional.ofNullable(document.rateCard());
    }

    /** Only for a document with a rate card. */
    RatingTerms terms(ZoneId site) {
        ZoneId zone = document.coverage().followsSite() || followsSite() ? site : ZoneId.of("UTC");
        return terms.computeIfAbsent(zone, z -> document.ratingTerms(z).orElseThrow());
    }

    private boolean followsSite() {
        return document.bandCalendar() != null && document.bandCalendar().followsSite();
    }
}
