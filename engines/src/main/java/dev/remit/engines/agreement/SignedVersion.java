package dev.remit.engines.agreement;

import dev.remit.engines.calendar.WorkingCalendar;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.money.Money;
import dev.remit.engines.rating.Grouping;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.RatingTerms;
import dev.remit.engines.rating.Travel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A version that both parties signed, with what it charges.
 *
 * @param documentHash SHA-256 of the published document
 * @param contentHash SHA-256 of what both parties signed
 * @param effectiveFrom its first local date
 * @param effectiveTo the first local date without it, as signed or as it was ended early; null while no end is known
 */
public record SignedVersion(
        UUID agreementId,
        int version,
        String documentHash,
        String contentHash,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        PricedDocument document) {

    /** One that nobody has signed, by the hash of what would be. */
    public static SignedVersion candidate(byte[] content) {
        AgreementDocument document = AgreementDocument.parse(content);
        return new SignedVersion(
                document.agreementId(),
                document.version(),
                Sha256.hex(content),
                AgreementDocument.contentHash(content),
                document.effectiveFrom(),
                document.effectiveTo(),
                new PricedDocument(document));
    }

    /** The same version with other dates. */
    SignedVersion lasting(VersionTerm term) {
        return new SignedVersion(
                agreementId, version, documentHash, contentHash, term.effectiveFrom(), term.effectiveTo(), document);
    }

    /** When it may be in force. */
    VersionTerm term() {
        return new VersionTerm(agreementId, version, effectiveFrom, effectiveTo, document.master());
    }

    /** Whether both have one number of one agreement. */
    boolean isSameAs(SignedVersion other) {
        return agreementId.equals(other.agreementId) && version == other.version;
    }

    /** Whether it is of an addendum. */
    public boolean isAddendum() {
        return document.master() != null;
    }

    /** The same version, beside its master and with the hours of another that is in force with it. */
    SignedVersion beside(SignedVersion master, SignedVersion hours) {
        return equals(master) && equals(hours)
                ? this
                : new SignedVersion(
                        agreementId,
                        version,
                        documentHash,
                        contentHash,
                        effectiveFrom,
                        effectiveTo,
                        document.beside(master.document, hours.document));
    }

    /** Names what {@link #ratingTerms} gives: other terms have another name. */
    public String ratingTermsName(SiteZone place) {
        return documentHash + ":" + document.hours(place) + document.hoursOf();
    }

    /** Whether it has a price for anything. */
    public boolean hasRateCard() {
        return document.rateCard().isPresent();
    }

    /** Whether it prices work of a type by a role on a local date; no type has no rate. */
    public boolean hasRate(String workType, String role, LocalDate date) {
        return workType != null
                && document.rateCard()
                        .map(card -> card.hourlyRate(workType, role, date))
                        .isPresent();
    }

    /** The rate of every role for a work type; empty where the card names none, or where there is no work type. */
    public Optional<Money> hourlyRate(String workType, LocalDate date) {
        return Optional.ofNullable(workType)
                .flatMap(type -> document.rateCard().map(card -> card.hourlyRate(type, null, date)))
                .map(rate -> new Money(card().currency(), rate.minorPerHour()));
    }

    /** Only for a version with a rate card, as the rest. */
    public String currency() {
        return card().currency().code();
    }

    /** The clause of the rate card; null where it has none, or where there is no card. */
    public String rateClause() {
        return document.rateCard().map(RateCard::clause).orElse(null);
    }

    /** How trips are charged. */
    public Travel travel() {
        return card().travel();
    }

    /** Decimal text; empty where no tax is named. */
    public Optional<String> taxRatePercent() {
        return document.rateCard()
                .map(RateCard::taxRatePercent)
                .filter(percent -> percent.signum() > 0)
                .map(Object::toString);
    }

    /**
     * The zone that it signs for a site.
     *
     * @param site a code; null for no site
     * @param otherwise where it signs none
     */
    public ZoneId zone(String site, ZoneId otherwise) {
        return document.zone(site, otherwise);
    }

    /** What work at a place is rated by. */
    public RatingTerms ratingTerms(SiteZone place) {
        return document.terms(place);
    }

    /** Which entries are rounded together; each by itself where there is no rate card. */
    public Grouping grouping() {
        return document.rateCard().map(card -> card.units().grouping()).orElse(Grouping.ENTRY);
    }

    /** Whether a local date is a holiday, or a weekend day on which no window opens. */
    public boolean isDayOff(LocalDate date, SiteZone place) {
        WorkingCalendar calendar = ratingTerms(place).calendar().calendar();
        return calendar.holidays().contains(date)
                || (calendar.weekendDays().contains(date.getDayOfWeek())
                        && calendar.windowsOn(date).isEmpty());
    }

    private RateCard card() {
        return document.rateCard().orElseThrow();
    }
}
