package dev.remit.contracts.scopechecks;

import dev.remit.contracts.agreements.SignedAgreement;
import dev.remit.contracts.scopechecks.ScopeAnswer.PriceView;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.InForce;
import dev.remit.engines.agreement.PricedDocument;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.agreement.TermsInForce;
import dev.remit.engines.ledger.Estimate;
import dev.remit.engines.ledger.EstimatedPiece;
import dev.remit.engines.ledger.PlannedWork;
import dev.remit.engines.ledger.WorkItemRuling;
import dev.remit.engines.money.Money;
import dev.remit.engines.rating.HourlyRate;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.Travel;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.Verdict;
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

    private final InForce<SignedAgreement> inForce;
    private final RateCard card;
    private final Ruling ruling;
    private final RulingCase headline;
    private final ScopeQuestion question;
    private final LocalDate on;
    private final ZoneId siteZone;
    private final UsedVolume used;
    private final String workType;
    private final List<String> remarks = new ArrayList<>();
    private final Integer minutes;
    private final Estimate estimate;

    PriceOfWork(
            InForce<SignedAgreement> inForce,
            TermsInForce terms,
            Ruling ruling,
            ScopeQuestion question,
            LocalDate on,
            ZoneId siteZone,
            UsedVolume used) {
        this.used = used;
        this.inForce = inForce;
        this.ruling = ruling;
        headline = ruling.decided();
        this.question = question;
        this.on = on;
        this.siteZone = siteZone;
        workType = question.workType() != null
                ? question.workType()
                : extra().map(RulingCase::workType).orElse(null);
        card = card(terms);
        minutes = minutes();
        estimate = minutes == null ? null : estimate();
    }

    /** The case by which work is EXTRA: the headline's, else the first. */
    private Optional<RulingCase> extra() {
        return Stream.concat(Optional.ofNullable(headline).stream(), ruling.cases().all().stream())
                .filter(any -> any.verdict() == Verdict.EXTRA)
                .findFirst();
    }

    /** That of the agreement by which work is EXTRA where it has a rate for it, else the master's; may be null. */
    private RateCard card(TermsInForce terms) {
        RateCard own = terms.of(extra().map(RulingCase::agreement).orElse(null)).rateCard();
        return rate(own) == null ? terms.of(null).rateCard() : own;
    }

    private HourlyRate rate(RateCard from) {
        return from == null || workType == null ? null : from.hourlyRate(workType, question.role(), on);
    }

    /** What becomes of each piece of the work; none where nobody has said how long it takes. */
    List<EstimatedPiece> pieces() {
        return estimate == null ? List.of() : estimate.pieces().getFirst();
    }

    /** Empty if none of the work is EXTRA, or the agreement has no rate for it. */
    Optional<PriceView> price() {
        HourlyRate rate = rate(card);
        boolean extra = isExtra(headline) || pieces().stream().anyMatch(piece -> piece.verdict() == Verdict.EXTRA);
        if (rate == null || !extra) {
            return Optional.empty();
        }
        MoneyJson hourly = MoneyJson.of(new Money(card.currency(), rate.minorPerHour()));
        return Optional.of(
                estimate == null
                        ? new PriceView(workType, hourly, null, null, null, List.of())
                        : price(hourly, estimate.bills().in(card.currency())));
    }

    private PriceView price(MoneyJson hourly, Money sum) {
        long tax = card.taxRatePercent().timesHalfUp(sum.minor(), 1, WHOLE_PERCENT);
        return new PriceView(
                workType,
                hourly,
                minutes,
                MoneyJson.of(sum),
                card.taxRatePercent().signum() == 0
                        ? null
                        : MoneyJson.of(new Money(card.currency(), Math.addExact(sum.minor(), tax))),
                List.copyOf(remarks));
    }

    private static boolean isExtra(RulingCase judged) {
        return judged != null && judged.verdict() == Verdict.EXTRA;
    }

    private Integer minutes() {
        if (question.minutes() != null) {
            return question.minutes();
        }
        if (!isExtra(headline) || headline.estimateMinutes() == null) {
            return null;
        }
        remarks.add("The time is what the agreement calls usual for such work.");
        return Math.toIntExact(headline.estimateMinutes());
    }

    private Estimate estimate() {
        if (question.start() == null) {
            remarks.add("Without a start, all of it counts as business hours.");
        }
        if (question.travel()) {
            remarkOnTravel();
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
        String documentHash = ruling.agreement() == null
                ? inForce.master().documentHash()
                : ruling.agreement().documentHash();
        return new Estimate.Terms(
                new WorkItemRuling(ruling.cases(), ruling.silentReason(), documentHash),
                new SignedVersions(
                        inForce.all().stream().map(PriceOfWork::version).toList()),
                Instant.MAX,
                on,
                used);
    }

    private static SignedVersion version(SignedAgreement signed) {
        AgreementDocument document = signed.document();
        return new SignedVersion(
                document.agreementId(),
                document.version(),
                signed.documentHash(),
                signed.contentHash(),
                LocalDate.MIN,
                null,
                new PricedDocument(document));
    }

    private void remarkOnTravel() {
        switch (card == null ? new Travel.None() : card.travel()) {
            case Travel.None none -> remarks.add("Travel is not billed.");
            case Travel.Hourly hourly -> remarks.add("Travel is billed by the hour and not part of this estimate.");
            case Travel.Distance distance -> remarks.add("Travel is billed by distance and not part of this estimate.");
            default -> {
                // A fee is a line of the estimate.
            }
        }
    }
}
