package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.scope.RulePrice;
import dev.remit.engines.scope.ScopeRule;
import dev.remit.engines.scope.Surcharge;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** EXTRA work has a price, in the client's own money. */
final class RateCardLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        AgreementDocument document = lintCase.document();
        RateCard card = document.rateCard();
        checkRates(lintCase, findings);
        if (card == null) {
            return;
        }
        if (!card.currency().code().equals(lintCase.currency())) {
            findings.add(
                    FindingCode.CURRENCY_MISMATCH,
                    "rateCard.currency",
                    "The rates are in " + card.currency().code() + " and the client pays in " + lintCase.currency()
                            + ".");
        }
        checkMultipliers(card, findings);
        lintCase.surchargeCalendars().forEach((name, calendar) -> {
            if (CalendarLint.isAlwaysOpen(calendar)) {
                findings.add(
                        FindingCode.SURCHARGE_CALENDAR_ALWAYS_OPEN,
                        document.bandCalendarName() == null ? "coverage" : "rateCard.bandCalendar",
                        "By the calendar " + name + " work at any hour of any day counts as business hours, so that no"
                                + " surcharge ever applies.");
            }
        });
    }

    private static void checkRates(LintCase lintCase, Findings findings) {
        AgreementDocument document = lintCase.document();
        if (lintCase.isAddendum() && lintCase.beside().master() == null) {
            return;
        }
        List<RateCard> cards = Stream.of(
                        document.rateCard(),
                        lintCase.isAddendum() ? lintCase.beside().master().rateCard() : null)
                .filter(Objects::nonNull)
                .toList();
        List<ScopeRule> rules = document.scopeRules();
        for (int i = 0; i < rules.size(); i++) {
            ScopeRule rule = rules.get(i);
            checkSurcharge(rule, document.rateCard(), "scopeRules[" + i + "].surcharge", findings);
            checkCurrency(rule, lintCase.currency(), "scopeRules[" + i + "]", findings);
            boolean canBeExtra = rule.terms().canBeExtra() && rule.terms().price() == null;
            if (!canBeExtra || rule.workType() == null) {
                continue;
            }
            String path = "scopeRules[" + i + "].workType";
            if (cards.isEmpty()) {
                findings.add(
                        FindingCode.NO_RATE_CARD, path, "There is no rate card to price " + rule.workType() + " with.");
            } else if (cards.stream()
                    .allMatch(card -> card.hourlyRate(rule.workType(), null, document.effectiveFrom()) == null)) {
                findings.add(
                        FindingCode.NO_RATE,
                        path,
                        "The rate card has no rate for " + rule.workType() + " and every role on "
                                + document.effectiveFrom() + ".");
            }
        }
    }

    /** One of the rate card is checked there; a rule can differ from it only where there is none. */
    private static void checkCurrency(ScopeRule rule, String clients, String path, Findings findings) {
        RulePrice price = rule.terms().price();
        Surcharge surcharge = rule.terms().surcharge();
        String own = price != null ? price.currency() : surcharge != null ? surcharge.currency() : null;
        if (own != null && !own.equals(clients)) {
            findings.add(
                    FindingCode.CURRENCY_MISMATCH,
                    path + (price != null ? ".price.currency" : ".surcharge.currency"),
                    "The price is in " + own + " and the client pays in " + clients + ".");
        }
    }

    private static void checkSurcharge(ScopeRule rule, RateCard card, String path, Findings findings) {
        Surcharge surcharge = rule.terms().surcharge();
        if (surcharge == null || surcharge.kind() != Surcharge.Kind.MULTIPLIER) {
            return;
        }
        boolean above = card != null
                && Arrays.stream(Band.values())
                        .anyMatch(band -> card.multiplier(band).compareTo(Fraction.ONE) > 0);
        if (!above) {
            findings.add(
                    FindingCode.SURCHARGE_WITHOUT_MULTIPLIER,
                    path,
                    "No multiplier of the rate card is above 1, so that there is never a surcharge.");
        }
    }

    private static void checkMultipliers(RateCard card, Findings findings) {
        for (Band band : Band.values()) {
            if (!card.multipliers().containsKey(band)) {
                findings.add(FindingCode.NO_MULTIPLIER, "rateCard.multipliers", band + " has no multiplier.");
            } else if (card.multiplier(band).compareTo(Fraction.ONE) < 0) {
                findings.add(
                        FindingCode.DISCOUNT_MULTIPLIER,
                        "rateCard.multipliers." + band,
                        "Work in " + band + " costs less than usual.");
            }
        }
    }
}
