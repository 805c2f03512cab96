package dev.remit.contracts.scopechecks;

import dev.remit.contracts.scopechecks.ScopeAnswer.PriceLine;
import dev.remit.contracts.scopechecks.ScopeAnswer.PriceView;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.WorkingCalendar;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;
import dev.remit.engines.rating.HourlyRate;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.RatedLine;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.rating.RatingResult;
import dev.remit.engines.rating.RatingTerms;
import dev.remit.engines.rating.TimeEntry;
import dev.remit.engines.rating.Travel;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.WorkConditions;
import dev.remit.kit.http.MoneyJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What work would cost under a signed rate card, computed as the real time entries would be: rated as a whole, and each
 * piece of it judged by the cases of the ruling. Only EXTRA pieces cost anything.
 */
final class PriceOfWork {
    private static final LocalTime SOME_TIME_OF_DAY = LocalTime.NOON;
    private static final long WHOLE_PERCENT = 100;

    private final AgreementDocument document;
    private final RulingCases cases;
    private final RulingCase headline;
    private final ScopeQuestion question;
    private final LocalDate on;
    private final ZoneId siteZone;
    private final String workType;
    private final List<String> remarks = new ArrayList<>();

    PriceOfWork(AgreementDocument document, Ruling ruling, ScopeQuestion question, LocalDate on, ZoneId siteZone) {
        this.document = document;
        cases = ruling.cases();
        headline = ruling.decided();
        this.question = question;
        this.on = on;
        this.siteZone = siteZone;
        workType = question.workType() != null
                ? question.workType()
                : Stream.concat(Optional.ofNullable(headline).stream(), cases.all().stream())
                        .filter(any -> any.verdict() == Verdict.EXTRA)
                        .map(RulingCase::workType)
                        .findFirst()
                        .orElse(null);
    }

    /** Empty if none of the work is EXTRA, or the agreement has no rate for it. */
    Optional<PriceView> price() {
        RateCard card = document.rateCard();
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
        List<RatedLine> rated = rate(card, minutes).lines();
        List<RatedLine> charged =
                rated.stream().filter(line -> isExtra(line, rated)).toList();
        return extra || !charged.isEmpty() ? Optional.of(price(card, hourly, minutes, charged)) : Optional.empty();
    }

    private PriceView price(RateCard card, MoneyJson hourly, int minutes, List<RatedLine> charged) {
        MinorUnits currency = card.currency();
        long sum = charged.stream().mapToLong(RatedLine::amountMinor).reduce(0, Math::addExact);
        long tax = card.taxRatePercent().timesHalfUp(sum, 1, WHOLE_PERCENT);
        return new PriceView(
                workType,
                hourly,
                minutes,
                charged.stream().map(line -> line(line, currency)).toList(),
                MoneyJson.of(new Money(currency, sum)),
                card.taxRatePercent().signum() == 0 ? null : MoneyJson.of(new Money(currency, Math.addExact(sum, tax))),
                List.copyOf(remarks));
    }

    /** A trip goes by where the work begins, as it does in the bill. */
    private boolean isExtra(RatedLine line, List<RatedLine> rated) {
        boolean labour = line.kind() == RatedLine.Kind.LABOUR;
        Band band = question.start() == null
                ? null
                : labour ? line.band() : rated.getFirst().band();
        Verdict verdict =
                cases.judge(new PieceOfWork(band, workType, question.role())).verdict();
        if (verdict != Verdict.EXTRA) {
            remarks.add((labour ? "Work " + WorkConditions.words(line.band()) : "Travel") + " is " + verdict
                    + " and costs nothing here.");
        }
        return verdict == Verdict.EXTRA;
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

    private RatingResult rate(RateCard card, int minutes) {
        Instant start = question.start();
        RatingTerms terms = document.ratingTerms(siteZone).orElseThrow();
        if (start == null) {
            remarks.add("Without a start, all of it counts as business hours.");
            start = on.atTime(SOME_TIME_OF_DAY).atZone(siteZone).toInstant();
            terms = new RatingTerms(WorkingCalendar.always().compile(), card);
        }
        TimeEntry.Builder entry = TimeEntry.of("estimate", workType, start, start.plus(Duration.ofMinutes(minutes)));
        entry.role(question.role());
        if (question.travel()) {
            travel(card, entry);
        }
        return RatingEngine.rate(RatingCase.of(terms, List.of(entry.build())));
    }

    private void travel(RateCard card, TimeEntry.Builder entry) {
        switch (card.travel()) {
            case Travel.Flat flat -> entry.trip(TimeEntry.Trip.MADE);
            case Travel.None none -> remarks.add("Travel is not billed.");
            case Travel.Hourly hourly -> remarks.add("Travel is billed by the hour and not part of this estimate.");
            case Travel.Distance distance -> remarks.add("Travel is billed by distance and not part of this estimate.");
        }
    }

    private static PriceLine line(RatedLine line, MinorUnits currency) {
        boolean labour = line.kind() == RatedLine.Kind.LABOUR;
        return new PriceLine(
                line.kind().name(),
                line.band(),
                labour ? line.minutes() : null,
                MoneyJson.of(new Money(currency, line.amountMinor())),
                line.arithmetic());
    }
}
