package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.scope.ScopeRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** No rule of the scope stands there for nothing. */
final class IdleRuleLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        AgreementDocument document = lintCase.document();
        List<ScopeRule> rules = document.scopeRules();
        Set<Band> possible = lintCase.completed().isPresent() ? possibleBands(lintCase) : EnumSet.allOf(Band.class);
        for (int i = 0; i < rules.size(); i++) {
            String path = "scopeRules[" + i + "]";
            Set<Band> bands = rules.get(i).conditions().work().bands();
            if (!bands.isEmpty() && bands.stream().noneMatch(possible::contains)) {
                findings.add(
                        FindingCode.RULE_NEVER_APPLIES,
                        path + ".when.bands",
                        "By the calendar of the surcharges no work is ever done in " + bands + ".");
            }
            int earlier = rules.indexOf(rules.get(i));
            if (earlier < i) {
                findings.add(
                        FindingCode.RULE_NEVER_APPLIES, path, "It says what scopeRules[" + earlier + "] says already.");
            }
        }
    }

    private static Set<Band> possibleBands(LintCase lintCase) {
        Set<Band> possible = EnumSet.noneOf(Band.class);
        lintCase.surchargeCalendars().values().forEach(calendar -> possible.addAll(possibleBands(calendar)));
        return possible;
    }

    private static Set<Band> possibleBands(CalendarText text) {
        Set<Band> possible = EnumSet.allOf(Band.class);
        if (text.holidays() == null || text.holidays().isEmpty()) {
            possible.remove(Band.HOLIDAY);
        }
        if (text.weekendDays() != null && text.weekendDays().isEmpty()) {
            possible.remove(Band.WEEKEND);
        }
        if (CalendarLint.isAlwaysOpen(text)) {
            possible.remove(Band.WEEKEND);
            possible.remove(Band.AFTER_HOURS);
        }
        return possible;
    }
}
