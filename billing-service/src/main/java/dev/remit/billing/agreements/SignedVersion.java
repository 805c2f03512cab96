package dev.remit.billing.agreements;

import dev.remit.engines.calendar.WorkingCalendar;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.RatingTerms;
import dev.remit.engines.rating.Travel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** A version that both parties signed, with what it charges. */
public final class SignedVersion {
    private final AgreementVersion row;
    private final PricedDocument document;

    SignedVersion(AgreementVersion row, PricedDocument document) {
        this.row = row;
        this.document = document;
    }

    public UUID agreementId() {
        return row.agreementId;
    }

    public int version() {
        return row.version;
    }

    /** SHA-256 of the published document. */
    public String documentHash() {
        return row.documentHash;
    }

    /** SHA-256 of what both parties signed. */
    public String contentHash() {
        return row.contentHash;
    }

    boolean isInForce(LocalDate date) {
        return row.effectiveFrom != null
                && !date.isBefore(row.effectiveFrom)
                && (row.effectiveTo == null || date.isBefore(row.effectiveTo));
    }

    public boolean hasRateCard() {
        return document.rateCard().isPresent();
    }

    /** @param workType none has no rate */
    public boolean hasRate(String workType, String role, LocalDate date) {
        return workType != null
                && document.rateCard()
                        .map(card -> card.hourlyRate(workType, role, date))
                        .isPresent();
    }

    /** The rate of every role for a work type; empty where the card names none, or where there is no work type. */
    public Optional<Long> hourlyMinor(String workType, LocalDate date) {
        return Optional.ofNullable(workType)
                .flatMap(type -> document.rateCard().map(card -> card.hourlyRate(type, null, date)))
                .map(rate -> rate.minorPerHour());
    }

    /** Only for a version with a rate card, as the rest. */
    public String currency() {
        return card().currency().code();
    }

    /** The clause of the rate card; may be null. */
    public String rateClause() {
        return card().clause();
    }

    public Travel travel() {
        return card().travel();
    }

    /** Decimal text; empty where no tax is named. */
    public Optional<String> taxRatePercent() {
        return Optional.of(card().taxRatePercent())
                .filter(percent -> percent.signum() > 0)
                .map(Object::toString);
    }

    public RatingTerms ratingTerms(ZoneId site) {
        return document.terms(site);
    }

    /** Whether a local date is a holiday, or a weekend day on which no window opens. */
    public boolean isDayOff(LocalDate date, ZoneId site) {
        WorkingCalendar calendar = ratingTerms(site).calendar().calendar();
        return calendar.holidays().contains(date)
                || (calendar.weekendDays().contains(date.getDayOfWeek())
                        && calendar.windowsOn(date).isEmpty());
    }

    private RateCard card() {
        return document.rateCard().orElseThrow();
    }
}
