package dev.remit.contracts.scopechecks;

import dev.remit.contracts.scopechecks.ScopeAnswer.PriceView;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What work would cost under a signed rate card: what a quote for it would be estimated at. Only EXTRA pieces cost anything. */
final class PriceOfWork {
    private static final long WHOLE_PERCENT = 100;

    private final PricedBy pricedBy;
    private final String masterHash;
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

    /** Gives the versions that are in force on any of some local dates. */
    interface PricedBy {
        SignedVersions versions(LocalDate first, LocalDate last);
    }

    /** @param masterHash of the master's document that rules the work */
    PriceOfWork(
            PricedBy pricedBy,
            String masterHash,
            TermsInForce terms,
            Ruling ruling,
            ScopeQuestion question,
            LocalDate on,
            ZoneId siteZone,
            UsedVolume used) {
        this.used = used;
        this.pricedBy = pricedBy;
        this.masterHash = masterHash;
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
                .filter(RulingCase::canBeExtra)
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
        boolean extra = ruling.verdict() == Verdict.EXTRA
                || pieces().stream().anyMatch(piece -> piece.verdict() == Verdict.EXTRA);
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

    private Integer minutes() {
        if (question.minutes() != null) {
            return question.minutes();
        }
        if (ruling.verdict() != Verdict.EXTRA || headline.estimateMinutes() == null) {
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
                question.travel(),
                question.place(),
                question.units());
        return Estimate.of(terms(), List.of(work));
    }

    private Estimate.Terms terms() {
        String documentHash =
                ruling.agreement() == null ? masterHash : ruling.agreement().documentHash();
        return new Estimate.Terms(
                new WorkItemRuling(ruling.cases(), ruling.silentReason(), documentHash),
                versions(),
                false,
                Instant.MAX,
                on,
                used);
    }

    private SignedVersions versions() {
        if (question.start() == null) {
            return pricedBy.versions(on, on);
        }
        LocalDate first = LocalDate.ofInstant(question.start(), siteZone);
        LocalDate last = LocalDate.ofInstant(question.start().plus(minutes, ChronoUnit.MINUTES), siteZone);
        return pricedBy.versions(first.isBefore(on) ? first : on, last.isAfter(on) ? last : on);
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
