package dev.remit.contracts.scopechecks;

import dev.remit.contracts.agreements.SignedAgreement;
import dev.remit.contracts.scopechecks.ScopeAnswer.PriceLine;
import dev.remit.contracts.scopechecks.ScopeAnswer.PriceView;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.PricedDocument;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.ledger.Estimate;
import dev.remit.engines.ledger.EstimatedPiece;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.ledger.PlannedWork;
import dev.remit.engines.ledger.WorkItemRuling;
import dev.remit.engines.money.Money;
import dev.remit.engines.rating.HourlyRate;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.Travel;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.WorkConditions;
import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What work would cost under a signed rate card: what a quote for it would be estimated at. Only EXTRA pieces cost anything. */
final class PriceOfWork {
    private static final long WHOLE_PERCENT = 100;

    private final SignedAgreement signed;
    private final Ruling ruling;
    private final RulingCase headline;
    private final ScopeQuestion question;
    private final LocalDate on;
    private final ZoneId siteZone;
    private final String workType;
    private final List<String> remarks = new ArrayList<>();

    PriceOfWork(SignedAgreement signed, Ruling ruling, ScopeQuestion question, LocalDate on, ZoneId siteZone) {
        this.signed = signed;
        this.ruling = ruling;
        headline = ruling.decided();
        this.question = question;
        this.on = on;
        this.siteZone = siteZone;
        workType = question.workType() != null
                ? question.workType()
                : Stream.concat(Optional.ofNullable(headline).stream(), ruling.cases().all().stream())
                        .filter(any -> any.verdict() == Verdict.EXTRA)
                        .map(RulingCase::workType)
                        .findFirst()
                        .orElse(null);
    }

    /** Empty if none of the work is EXTRA, or the agreement has no rate for it. */
    Optional<PriceView> price() {
        RateCard card = signed.document().rateCard();
        HourlyRate rate = card == null || workType == null ? null : card.hourlyRate(workType, question.role(), on);
        if (rate == null) {
            return Optional.empty();
        }
        boolean extra = headline != null && headline.verdict() == Verdict.EXTRA;
        Integer minutes = minutes(extra);
        MoneyJson hourly = MoneyJson.of(new Money(card.currency(), rate.minorPerHour()));
        if (minutes == null) {
            return extra
                    ? Optional.of(new PriceView(workType, hourly, null, List.of(), null, null, List.of()))
                    : Optional.empty();
        }
        Estimate estimate = estimate(card, minutes);
        List<EstimatedPiece> charged =
                estimate.pieces().getFirst().stream().filter(this::isCharged).toList();
        return extra || !charged.isEmpty()
                ? Optional.of(
                        price(card, hourly, minutes, charged, estimate.bills().in(card.currency())))
                : Optional.empty();
    }

    private PriceView price(RateCard card, MoneyJson hourly, int minutes, List<EstimatedPiece> charged, Money sum) {
        long tax = card.taxRatePercent().timesHalfUp(sum.minor(), 1, WHOLE_PERCENT);
        return new PriceView(
                workType,
                hourly,
                minutes,
                charged.stream().map(PriceOfWork::line).toList(),
                MoneyJson.of(sum),
                card.taxRatePercent().signum() == 0
                        ? null
                        : MoneyJson.of(new Money(card.currency(), Math.addExact(sum.minor(), tax))),
                List.copyOf(remarks));
    }

    private boolean isCharged(EstimatedPiece piece) {
        if (piece.verdict() == Verdict.EXTRA) {
            return piece.bills() != null;
        }
        remarks.add((piece.kind() == LineKind.LABOUR ? "Work " + WorkConditions.words(piece.band()) : "Travel") + " is "
                + piece.verdict() + " and costs nothing here.");
        return false;
    }

    private Integer minutes(boolean extra) {
        if (question.minutes() != null) {
            return question.minutes();
        }
        if (!extra || headline.estimateMinutes() == null) {
            return null;
        }
        remarks.add("The time is what the agreement calls usual for such work.");
        return Math.toIntExact(headline.estimateMinutes());
    }

    private Estimate estimate(RateCard card, int minutes) {
        if (question.start() == null) {
            remarks.add("Without a start, all of it counts as business hours.");
        }
        if (question.travel()) {
            remarkOnTravel(card);
        }
        PlannedWork work = new PlannedWork(
                workType,
                question.role(),
                question.siteCode(),
                siteZone,
                question.start(),
                minutes,
                1,
                question.travel());
        return Estimate.of(terms(), List.of(work));
    }

    private Estimate.Terms terms() {
        AgreementDocument document = signed.document();
        SignedVersion version = new SignedVersion(
                document.agreementId(),
                document.version(),
                signed.documentHash(),
                signed.contentHash(),
                LocalDate.MIN,
                null,
                new PricedDocument(document));
        return new Estimate.Terms(
                new WorkItemRuling(ruling.cases(), ruling.silentReason(), signed.documentHash()),
                new SignedVersions(List.of(version)),
                Instant.MAX,
                on);
    }

    private void remarkOnTravel(RateCard card) {
        switch (card.travel()) {
            case Travel.None none -> remarks.add("Travel is not billed.");
            case Travel.Hourly hourly -> remarks.add("Travel is billed by the hour and not part of this estimate.");
            case Travel.Distance distance -> remarks.add("Travel is billed by distance and not part of this estimate.");
            default -> {
                // A fee is a line of the estimate.
            }
        }
    }

    private static PriceLine line(EstimatedPiece piece) {
        return new PriceLine(
                piece.kind().name(),
                piece.band(),
                piece.kind() == LineKind.LABOUR ? piece.minutes() : null,
                MoneyJson.of(piece.bills()),
                piece.arithmetic());
    }
}
