package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.terms.Annex;
import dev.remit.contracts.agreements.terms.Clause;
import dev.remit.contracts.agreements.terms.ClauseKind;
import dev.remit.contracts.agreements.terms.Example;
import dev.remit.contracts.agreements.terms.Parties;
import dev.remit.contracts.agreements.terms.Term;
import dev.remit.engines.scope.LaterItems;
import dev.remit.engines.scope.Treatment;
import dev.remit.engines.sla.UpdateAfter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What the template shows. Everything is text already, so that the page has nothing to decide.
 *
 * @param language of the clauses
 */
record ReadingPage(
        ReadingFacts facts,
        String language,
        String from,
        String to,
        List<ScopeTables.Row> included,
        List<ScopeTables.Row> extra,
        List<ScopeTables.Row> excluded,
        List<ServiceLevelTable.Row> levels,
        String responses,
        String clientWaits,
        String updateAfter,
        String contests,
        List<String> promises,
        List<String> parameters,
        List<String> hours,
        List<CalendarPage> calendars,
        List<String> bands,
        List<RateTables.Row> rates,
        List<String> rateSentences,
        List<Clause> duties,
        List<String> term,
        List<ExampleLine> examples,
        List<AnnexPage> annexes) {

    private static final String ENGLISH = "en";

    /** What a version changes that begins in the past; nothing for any other. */
    public List<String> changes() {
        return facts.changes() == null ? List.of() : ChangesText.of(facts.changes());
    }

    /** How services are treated that the MSP offers only after signing. */
    public String laterItems() {
        return facts.terms().laterItems() == LaterItems.SILENT
                ? "Of services that are added to the catalogue after signing this agreement says nothing."
                : "Services that are added to the catalogue after signing are treated as those of their category.";
    }

    /** The template, checked when the service is built. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance readingCopy(ReadingPage page);
    }

    /** A worked example: the case, and what it comes to. */
    record ExampleLine(String title, String facts, String answer) {

        static ExampleLine of(Example example, ReadingFacts facts) {
            Example.Work work = example.work();
            if (work != null) {
                String technicians = Words.count(work.technicians() == null ? 1 : work.technicians(), "technician");
                return new ExampleLine(
                        example.title(),
                        work.workType() + (work.role() == null ? "" : ", " + work.role()) + " by " + technicians
                                + place(work.site(), facts) + ", " + local(work.from()) + " to " + local(work.to())
                                + (Boolean.TRUE.equals(work.travel()) ? ", with travel" : ""),
                        work.amount()
                                + (facts.terms().rateCard() == null
                                        ? ""
                                        : " " + facts.terms().rateCard().currency()));
            }
            Example.Target target = example.target();
            return new ExampleLine(
                    example.title(),
                    target.priority()
                            + (target.ticketClass() == null ? "" : ", " + Words.plain(target.ticketClass()))
                            + place(target.site(), facts) + ", "
                            + Words.plain(target.clock().name()) + " from "
                            + local(target.from()),
                    "due " + local(target.due()));
        }

        private static String place(String site, ReadingFacts facts) {
            return site == null ? "" : " at " + facts.siteName(site);
        }

        private static String local(String time) {
            LocalDateTime at = LocalDateTime.parse(time);
            return Words.date(at.toLocalDate()) + " " + at.toLocalTime();
        }
    }

    /** An annex in lines. */
    record AnnexPage(Annex annex, List<String> lines) {}

    /** The provider; nothing is known where the terms do not name it. */
    public Parties.Party msp() {
        return facts.parties().msp() == null
                ? Parties.Party.UNKNOWN
                : facts.parties().msp();
    }

    static ReadingPage of(ReadingFacts facts) {
        var terms = facts.terms();
        ScopeTables scope = new ScopeTables(facts);
        var card = terms.rateCard();
        return new ReadingPage(
                facts,
                terms.language() == null ? ENGLISH : terms.language(),
                Words.date(terms.effectiveFrom()),
                terms.effectiveTo() == null
                        ? null
                        : Words.date(terms.effectiveTo().minusDays(1)),
                scope.of(Treatment.INCLUDED),
                scope.of(Treatment.EXTRA),
                scope.of(Treatment.EXCLUDED),
                ServiceLevelTable.of(facts),
                facts.master() != null && terms.responseEvents().isEmpty() ? null : responses(terms.responseEvents()),
                facts.master() != null && terms.clientWaits() == null ? null : ClientWaitsText.of(terms.clientWaits()),
                updates(facts),
                contests(terms.contestWithinDays()),
                PromisesText.of(terms.compliance()),
                ParametersText.of(terms.parameters()),
                HoursOfCover.of(facts),
                terms.calendars().entrySet().stream()
                        .map(calendar -> CalendarPage.of(calendar.getKey(), calendar.getValue()))
                        .toList(),
                card == null ? List.of() : RateTables.bands(card),
                card == null ? List.of() : RateTables.hourly(card),
                card == null ? List.of() : RateTables.sentences(card),
                terms.clauses().stream()
                        .filter(clause -> clause.kind() == ClauseKind.RESPONSIBILITY)
                        .toList(),
                terms.term() == null ? List.of() : term(terms.term()),
                terms.examples().stream()
                        .map(example -> ExampleLine.of(example, facts))
                        .toList(),
                terms.annexes().stream()
                        .map(annex -> new AnnexPage(annex, Words.lines(annex.content())))
                        .toList());
    }

    String html() {
        return Templates.readingCopy(this).render();
    }

    private static String contests(Integer days) {
        return days == null
                ? null
                : "For " + Words.count(days, "day")
                        + " after a wait of ours for you or for others ended, you may contest it."
                        + " Until that is settled, the figures of how many targets are met are given as a range.";
    }

    private static String responses(List<String> events) {
        List<String> named = events.isEmpty() ? List.of("PUBLIC_MESSAGE", "RESPONSE_STATUS") : events;
        return Words.either(named.stream()
                .map(event -> switch (event) {
                    case "PUBLIC_MESSAGE" -> "a message of ours that you can read";
                    case "RESPONSE_STATUS" -> "a status that says so";
                    case "PUBLIC_UPDATE" -> "an update that you can read";
                    case "ASSIGNED" -> "the assignment to a technician";
                    default -> Words.plain(event);
                })
                .toList());
    }

    /** Nothing where no update is promised, or an addendum leaves it to its master. */
    private static String updates(ReadingFacts facts) {
        UpdateAfter after = facts.terms().updateAfter();
        boolean promised = facts.terms().serviceLevels().stream()
                .anyMatch(level -> level.updateMinutes() != null || level.update() != null);
        if (after == null && (facts.master() != null || !promised)) {
            return null;
        }
        return after == UpdateAfter.CLIENT_MESSAGE
                ? "Once we have answered, the time for an update runs from your first message that we have not answered."
                        + " While we wrote last, no update is due."
                : "Once we have answered, the time for an update runs from our last message that you can read; a message"
                        + " of yours neither restarts nor extends it.";
    }

    private static List<String> term(Term term) {
        List<String> sentences = new ArrayList<>();
        if (term.initialTermMonths() != null) {
            sentences.add("It is agreed for " + Words.count(term.initialTermMonths(), "month") + " from "
                    + (term.initialTermFrom() == null ? "its first date" : Words.date(term.initialTermFrom())) + ".");
        }
        if (term.renewal() != null) {
            sentences.add(renewal(term.renewal()));
        }
        Term.Leaving leaving = term.termination();
        if (leaving != null) {
            if (leaving.convenienceNoticeDays() != null) {
                sentences.add((term.initialTermMonths() == null ? "Either" : "After that either")
                        + " side may end it without a cause by "
                        + Words.count(leaving.convenienceNoticeDays(), "day") + " of notice.");
            }
            leaving.causes().forEach(cause -> sentences.add("It may be ended at once for this cause: " + cause + "."));
        }
        if (term.postTerm() != null) {
            sentences.add("Work after its end is "
                    + (term.postTerm().kind() == Term.PostTerm.Kind.HELD
                            ? "kept and not charged until somebody decides."
                            : "charged by a rate card of its own."));
        }
        sentences.add("See clause " + term.clause() + ".");
        return sentences;
    }

    private static String renewal(Term.Renewal renewal) {
        String goesOn =
                switch (renewal.mode()) {
                    case NONE -> "It does not renew";
                    case AUTOMATIC -> "It renews by itself";
                    case BY_AGREEMENT -> "It renews only if both sides sign again";
                };
        return goesOn
                + (renewal.months() == null ? "" : ", for " + Words.count(renewal.months(), "month") + " each time")
                + (renewal.noticeDays() == null
                        ? ""
                        : "; notice is given " + Words.count(renewal.noticeDays(), "day") + " before the end")
                + (renewal.noticeBy() == null
                        ? ""
                        : ", by " + renewal.noticeBy().toLowerCase(java.util.Locale.ENGLISH))
                + ".";
    }
}
