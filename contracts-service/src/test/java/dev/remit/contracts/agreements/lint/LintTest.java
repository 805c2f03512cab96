package dev.remit.contracts.agreements.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.evidence.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What lint says of the law firm's terms when one thing in them is changed. */
class LintTest {
    private static final List<Finding> SOUND = findings(LawFirm.terms(), UnaryOperator.identity());

    @Test
    void soundTermsHaveNoError() {
        assertEquals(List.of(), SOUND.stream().filter(Finding::stops).toList());
    }

    static Stream<Arguments> edits() {
        String always = "{\"clause\":\"2.1\",\"zone\":\"SITE\",\"weekly\":{"
                + "\"MONDAY\":[[\"00:00\",\"24:00\"]],\"TUESDAY\":[[\"00:00\",\"24:00\"]],"
                + "\"WEDNESDAY\":[[\"00:00\",\"24:00\"]],\"THURSDAY\":[[\"00:00\",\"24:00\"]],"
                + "\"FRIDAY\":[[\"00:00\",\"24:00\"]],\"SATURDAY\":[[\"00:00\",\"24:00\"]],"
                + "\"SUNDAY\":[[\"00:00\",\"24:00\"]]}}";
        EditedTerms terms = LawFirm.terms();
        return Stream.of(
                row("ERROR item-without-rule scopeRules", terms.without("/scopeRules/1")),
                row("ERROR unknown-item scopeRules[2].item", terms.with("/scopeRules/-", rule("item", "coffee"))),
                row("ERROR retired-item scopeRules[2].item", terms.with("/scopeRules/-", rule("item", "fax-support"))),
                row(
                        "ERROR unknown-category scopeRules[2].category",
                        terms.with("/scopeRules/-", rule("category", "catering"))),
                row(
                        "ERROR item-ruled-on-conditions-only scopeRules",
                        terms.with("/scopeRules/1/when", "{\"priorities\":[\"P1\"]}")),
                row(
                        "ERROR unknown-site scopeRules[2].when.sites",
                        terms.with(
                                "/scopeRules/-",
                                "{\"clause\":\"4.1\",\"item\":\"office-move\",\"treatment\":\"INCLUDED\","
                                        + "\"when\":{\"sites\":[\"wall-street\"]}}")),
                row(
                        "ERROR contradicting-rules scopeRules[2]",
                        terms.with("/scopeRules/-", rule("item", "office-move"))),
                row("ERROR no-scope-rules scopeRules", terms.with("/scopeRules", "[]")),
                row(
                        "WARNING item-left-to-catch-all scopeRules",
                        terms.with(
                                "/scopeRules/1",
                                "{\"clause\":\"4.2\",\"catchAll\":true,\"treatment\":\"EXTRA\",\"workType\":\"ONSITE\"}")),
                row(
                        "WARNING everything-included scopeRules[2]",
                        terms.with(
                                "/scopeRules/-", "{\"clause\":\"4.1\",\"catchAll\":true,\"treatment\":\"INCLUDED\"}")),
                row("WARNING extra-without-work-type scopeRules[1]", terms.without("/scopeRules/1/workType")),
                row("ERROR unknown-clause scopeRules[0].clause", terms.with("/scopeRules/0/clause", "\"9\"")),
                row("ERROR unknown-clause coverage.clause", terms.with("/coverage/clause", "\"9\"")),
                row("ERROR unknown-clause serviceLevels[0].clause", terms.with("/serviceLevels/0/clause", "\"9\"")),
                row("ERROR unknown-clause rateCard.clause", terms.with("/rateCard/clause", "\"9\"")),
                row(
                        "ERROR repeated-clause clauses[5].id",
                        terms.with("/clauses/-", "{\"id\":\"4.2\",\"title\":\"Again\",\"text\":\"Once more.\"}")),
                row("ERROR no-clauses clauses", terms.with("/clauses", "[]")),
                row("ERROR no-coverage coverage", terms.without("/coverage")),
                row("ERROR never-open coverage.weekly", terms.with("/coverage/weekly", "{\"MONDAY\":[]}")),
                row("WARNING no-holidays coverage.holidays", terms.with("/coverage/holidays", "[\"2025-12-25\"]")),
                row("ERROR no-service-level serviceLevels", terms.with("/serviceLevels", "[]")),
                row("ERROR target-missing serviceLevels[0]", terms.without("/serviceLevels/0/resolutionMinutes")),
                row(
                        "ERROR repeated-service-level serviceLevels[1]",
                        terms.with(
                                "/serviceLevels/-",
                                "{\"clause\":\"3.1\",\"priority\":\"P3\",\"ticketClass\":\"REQUEST\",\"calendar\":\"ALWAYS\","
                                        + "\"noTarget\":[\"RESPONSE\",\"RESOLUTION\"]}")),
                row(
                        "WARNING response-after-resolution serviceLevels[0]",
                        terms.with("/serviceLevels/0/responseMinutes", "2401")),
                row("WARNING pauses-for-p1 serviceLevels[0].pauses", terms.with("/serviceLevels/0/priority", "\"P1\"")),
                row("ERROR no-rate-card scopeRules[1].workType", terms.without("/rateCard")),
                row("ERROR no-rate scopeRules[1].workType", terms.with("/scopeRules/1/workType", "\"PROJECT\"")),
                row("ERROR no-rate scopeRules[1].workType", terms.with("/rateCard/hourly/0/from", "\"2026-01-02\"")),
                row("ERROR currency-mismatch rateCard.currency", terms.with("/rateCard/currency", "\"EUR\"")),
                row("ERROR no-multiplier rateCard.multipliers", terms.without("/rateCard/multipliers/HOLIDAY")),
                row(
                        "WARNING discount-multiplier rateCard.multipliers.WEEKEND",
                        terms.with("/rateCard/multipliers/WEEKEND", "\"0.5\"")),
                row("WARNING surcharge-calendar-always-open coverage", terms.with("/coverage", always)),
                row(
                        "WARNING surcharge-calendar-always-open rateCard.bandCalendar",
                        terms.with("/rateCard/bandCalendar", always)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void editIsNoticed(String expected, EditedTerms terms) {
        List<String> noticed = findings(terms, UnaryOperator.identity()).stream()
                .filter(finding -> !SOUND.contains(finding))
                .map(LintTest::brief)
                .toList();
        assertEquals(
                List.of(expected),
                noticed.stream().filter(expected::equals).distinct().toList(),
                noticed::toString);
    }

    @Test
    void levelsThatNobodyGaveAreListed() {
        assertEquals(
                List.of(
                        "P1 has no service level: its tickets get no clock.",
                        "P2 has no service level: its tickets get no clock.",
                        "P4 has no service level: its tickets get no clock.",
                        "P3 has service levels for REQUEST only."),
                SOUND.stream()
                        .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                        .map(Finding::text)
                        .toList());
    }

    @Test
    void holidaysOnDaysWithHoursOfCoverAreListed() {
        EditedTerms terms = LawFirm.terms()
                .with("/coverage/holidays", "[\"2025-12-25\",\"2026-06-19\",\"2026-06-20\",\"2026-07-03\"]");
        assertEquals(
                List.of("Holidays on days that have hours of cover; deadlines move past them:"
                        + " 2026-06-19 (Friday), 2026-07-03 (Friday)."),
                findings(terms, UnaryOperator.identity()).stream()
                        .filter(finding -> finding.severity() == Finding.Severity.NOTE)
                        .map(Finding::text)
                        .toList());
    }

    @Test
    void somebodyMustBeAbleToSign() {
        List<String> noticed = findings(
                        LawFirm.terms(),
                        sound -> new LintCase(
                                sound.document(),
                                true,
                                "USD",
                                sound.siteCodes(),
                                false,
                                sound.retiredItems(),
                                List.of()))
                .stream()
                .map(LintTest::brief)
                .filter(brief -> brief.contains("approver"))
                .toList();
        assertEquals(List.of("WARNING no-approver "), noticed);
    }

    @Test
    void errorsComeFirst() {
        List<Finding> findings =
                findings(LawFirm.terms().without("/rateCard").without("/scopeRules/0"), UnaryOperator.identity());
        assertEquals(
                findings.stream().map(Finding::severity).sorted().toList(),
                findings.stream().map(Finding::severity).toList());
    }

    private static Arguments row(String expected, EditedTerms terms) {
        return Arguments.of(expected, terms);
    }

    private static String rule(String target, String name) {
        return "{\"clause\":\"4.1\",\"" + target + "\":\"" + name + "\",\"treatment\":\"INCLUDED\"}";
    }

    private static String brief(Finding finding) {
        return finding.severity() + " " + finding.code() + " " + finding.path();
    }

    private static List<Finding> findings(EditedTerms terms, UnaryOperator<LintCase> change) {
        Map<String, Object> document = new LinkedHashMap<>(Map.of(
                "schema",
                AgreementDocument.SCHEMA,
                "agreementId",
                "0198c0de-0000-7000-8000-000000000010",
                "tenant",
                "0198c0de-0000-7000-8000-000000000001",
                "client",
                Map.of("id", "0198c0de-0000-7000-8000-000000000020", "code", "whitfield-crane", "name", "W & C"),
                "version",
                1,
                "items",
                List.of(
                        Map.of("code", "office-move", "name", "Office move", "category", "projects"),
                        Map.of("code", "password-reset", "name", "Password reset", "category", "support"))));
        document.put("coverage", Map.of("zone", "UTC", "weekly", Map.of()));
        Map<?, ?> members = (Map<?, ?>) CanonicalJson.parse(terms.json().getBytes(StandardCharsets.UTF_8));
        members.forEach((name, value) -> document.put((String) name, value));
        return Lint.of(change.apply(new LintCase(
                AgreementDocument.parse(CanonicalJson.bytes(document)),
                members.containsKey("coverage"),
                "USD",
                Set.of("broad-street"),
                true,
                Set.of("fax-support"),
                List.of())));
    }
}
