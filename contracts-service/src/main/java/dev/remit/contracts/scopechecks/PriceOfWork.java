package dev.remit.contracts.scopechecks;

import dev.remit.contracts.scopechecks.ScopeAnswer.PriceLine;
import dev.remit.contracts.scopechecks.ScopeAnswer.PriceView;
import dev.remit.engines.agreement.AgreementDocument;
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
import dev.remit.engines.scope.ScopeRule;
import dev.remit.kit.http.MoneyJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What EXTRA work would cost under a signed rate card, computed as the real time entries would be. */
final class PriceOfWork {
    private static final LocalTime SOME_TIME_OF_DAY = LocalTime.NOON;

    private final AgreementDocument document;
    private final ScopeRule rule;
    private final ScopeQuestion question;
    private final LocalDate on;
    private final ZoneId siteZone;
    private final List<String> remarks = new ArrayList<>();

    PriceOfWork(AgreementDocument document, ScopeRule rule, ScopeQuestion question, LocalDate on, ZoneId siteZone) {
        this.document = document;
        this.rule = rule;
        this.question = question;
        this.on = on;
        this.siteZone = siteZone;
    }

    /** Empty if the agreement has no rate for such work. */
    Optional<PriceView> price() {
        RateCard card = document.rateCard();
        if (card == null || rule.workType() == null) {
            return Optional.empty();
        }
        HourlyRate rate = card.hourlyRate(rule.workType(), null, on);
        if (rate == null) {
            return Optional.empty();
        }
        MinorUnits currency = card.currency();
        MoneyJson hourly = MoneyJson.of(new Money(currency, rate.minorPerHour()));
        Integer minutes = minutes();
        if (minutes == null) {
            return Optional.of(new PriceView(rule.workType(), hourly, null, List.of(), null, null, List.of()));
        }
        RatingResult rated = rate(card, minutes);
        return Optional.of(new PriceView(
                rule.workType(),
                hourly,
                minutes,
                rated.lines().stream().map(line -> line(line, currency)).toList(),
                MoneyJson.of(new Money(currency, rated.subtotalMinor())),
                card.taxRatePercent().signum() == 0 ? null : MoneyJson.of(new Money(currency, rated.totalMinor())),
                List.copyOf(remarks)));
    }

    private Integer minutes() {
        if (question.minutes() != null) {
            return question.minutes();
        }
        if (rule.estimateMinutes() == null) {
            return null;
        }
        remarks.add("The time is what the agreement calls usual for such work.");
        return Math.toIntExact(rule.estimateMinutes());
    }

    private RatingResult rate(RateCard card, int minutes) {
        Instant start = question.start();
        RatingTerms terms = document.ratingTerms(siteZone).orElseThrow();
        if (start == null) {
            remarks.add("Without a start, all of it counts as business hours.");
            start = on.atTime(SOME_TIME_OF_DAY).atZone(siteZone).toInstant();
            terms = new RatingTerms(WorkingCalendar.always().compile(), card);
        }
        TimeEntry.Builder entry =
                TimeEntry.of("estimate", rule.workType(), start, start.plus(Duration.ofMinutes(minutes)));
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
