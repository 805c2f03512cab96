package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.terms.Coverage;
import java.util.ArrayList;
import java.util.List;

/** Which calendar is for what, a sentence each. */
final class HoursOfCover {
    private HoursOfCover() {}

    static List<String> of(ReadingFacts facts) {
        List<String> sentences = new ArrayList<>();
        Coverage coverage = facts.terms().coverage();
        if (coverage == null) {
            sentences.add(facts.none("There are no hours of cover."));
        } else {
            sentences.add("The hours of cover are those of “" + CalendarPage.name(coverage.calendar()) + "” (clause "
                    + coverage.clause() + ").");
            coverage.sites()
                    .forEach((site, calendar) -> sentences.add("At " + facts.siteName(site) + " they are those of “"
                            + CalendarPage.name(calendar) + "”."));
        }
        if (facts.terms().rateCard() != null && facts.terms().rateCard().bandCalendar() != null) {
            sentences.add("What is business hours for the price of work, “"
                    + CalendarPage.name(facts.terms().rateCard().bandCalendar()) + "” says.");
        }
        return sentences;
    }
}
