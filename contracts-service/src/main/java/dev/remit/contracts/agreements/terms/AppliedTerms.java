package dev.remit.contracts.agreements.terms;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.ContestPeriod;
import dev.remit.engines.agreement.VersionsInForce;
import dev.remit.engines.agreement.WorkedExample;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.compliance.PromiseReading;
import dev.remit.engines.delivery.ParameterReading;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.sla.SlaClocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * By what each term is applied. Nothing can be signed that nothing applies: a term stands here either with the code that
 * does, or among those that wait for theirs, which lint refuses.
 *
 * <p>A member is written with the members around it, {@code []} behind a list and {@code *} for a name that the parties
 * choose, as {@code scopeRules[].item} and {@code calendars.*.zone}; one of its values after {@code =}. What waits stands for all that it holds; what is applied for itself alone, so that a new
 * member has to be entered.
 */
public final class AppliedTerms {
    private static final Set<String> NOT_YET = Set.of(
            "allowances[]",
            "approvals",
            "credits[]",
            "deliverables[]",
            "fees[]",
            "rateCard.blockBurn",
            "rateCard.callOut",
            "rateCard.courtesyMinutes",
            "rateCard.dailyCap",
            "rateCard.dayRates[]",
            "rateCard.indexation",
            "rateCard.materialsMarkUpPercent",
            "rateCard.multipliersOnOverage",
            "rateCard.overage[]",
            "rateCard.taxCategories",
            "rateCard.travel.kind=DISTANCE",
            "rateCard.travel.kind=HOURLY",
            "responseEvents[]=PUBLIC_UPDATE",
            "responsibilities[]",
            "term.postTerm.kind=RATE_CARD",
            "term.postTerm.rateCard");

    private static final Map<String, Class<?>> APPLIED = table();

    private AppliedTerms() {}

    /**
     * A term that nothing applies yet.
     *
     * @param path where it stands, as {@code fees[0]}
     * @param clause that it puts into practice; null where none is near
     */
    public record NotApplied(String path, String clause) {}

    private static Map<String, Class<?>> table() {
        Map<String, Class<?>> table = new TreeMap<>();
        by(table, VersionsInForce.class, "effectiveFrom", "effectiveTo");
        by(
                table,
                AgreementDocument.class,
                "attachments[].name",
                "attachments[].sha256",
                "annexes[].content",
                "annexes[].schema",
                "annexes[].title",
                "clauses[].id",
                "clauses[].kind",
                "clauses[].text",
                "clauses[].title",
                "language",
                "parties.client.address",
                "parties.client.legalName",
                "parties.client.name",
                "parties.client.notices.address",
                "parties.client.notices.email",
                "parties.client.registration",
                "parties.client.taxId",
                "parties.msp.address",
                "parties.msp.legalName",
                "parties.msp.name",
                "parties.msp.notices.address",
                "parties.msp.notices.email",
                "parties.msp.registration",
                "parties.msp.taxId",
                "term.clause",
                "term.initialTermFrom",
                "term.initialTermMonths",
                "term.postTerm.kind",
                "term.renewal.mode",
                "term.renewal.months",
                "term.renewal.noticeBy",
                "term.renewal.noticeDays",
                "term.termination.causes",
                "term.termination.convenienceNoticeDays");
        by(
                table,
                WorkedExample.class,
                "examples[].title",
                "examples[].work.workType",
                "examples[].work.role",
                "examples[].work.site",
                "examples[].work.from",
                "examples[].work.to",
                "examples[].work.technicians",
                "examples[].work.travel",
                "examples[].work.amount",
                "examples[].target.priority",
                "examples[].target.ticketClass",
                "examples[].target.clock",
                "examples[].target.site",
                "examples[].target.from",
                "examples[].target.due");
        by(
                table,
                CompiledScope.class,
                "laterItems",
                "scopeRules[].approval",
                "scopeRules[].catchAll",
                "scopeRules[].category",
                "scopeRules[].clause",
                "scopeRules[].estimateMinutes",
                "scopeRules[].includedVolume.carry",
                "scopeRules[].includedVolume.count",
                "scopeRules[].includedVolume.of",
                "scopeRules[].includedVolume.period",
                "scopeRules[].includedVolume.unit",
                "scopeRules[].item",
                "scopeRules[].price.amount",
                "scopeRules[].price.currency",
                "scopeRules[].price.kind",
                "scopeRules[].price.unit",
                "scopeRules[].surcharge.amount",
                "scopeRules[].surcharge.currency",
                "scopeRules[].surcharge.kind",
                "scopeRules[].treatment",
                "scopeRules[].when.bands",
                "scopeRules[].when.places",
                "scopeRules[].when.priorities",
                "scopeRules[].when.requesters",
                "scopeRules[].when.roles",
                "scopeRules[].when.sites",
                "scopeRules[].when.ticketClasses",
                "scopeRules[].when.workTypes",
                "scopeRules[].workType");
        by(
                table,
                CompiledCalendar.class,
                "calendars.*.exceptions",
                "calendars.*.holidays",
                "calendars.*.region",
                "calendars.*.weekendDays",
                "calendars.*.weekly",
                "calendars.*.zone",
                "coverage.calendar",
                "coverage.clause",
                "coverage.sites");
        by(
                table,
                SlaClocks.class,
                "clientWaits.atMostBusinessDays",
                "clientWaits.proof",
                "clientWaits.questionWithinMinutes",
                "clientWaits.withoutLimit",
                "responseEvents",
                "serviceLevels[].calendar",
                "serviceLevels[].clause",
                "serviceLevels[].noTarget",
                "serviceLevels[].onPriorityChange",
                "serviceLevels[].pauses",
                "serviceLevels[].plan.businessDays",
                "serviceLevels[].plan.by",
                "serviceLevels[].planMinutes",
                "serviceLevels[].priority",
                "serviceLevels[].sites",
                "serviceLevels[].resolution.businessDays",
                "serviceLevels[].resolution.by",
                "serviceLevels[].resolutionMinutes",
                "serviceLevels[].response.businessDays",
                "serviceLevels[].response.by",
                "serviceLevels[].responseMinutes",
                "serviceLevels[].ticketClass",
                "serviceLevels[].update.businessDays",
                "serviceLevels[].update.by",
                "serviceLevels[].updateMinutes",
                "serviceLevels[].warningPercents",
                "updateAfter");
        by(table, ContestPeriod.class, "contestWithinDays");
        by(
                table,
                PromiseReading.class,
                "compliance[].clause",
                "compliance[].clock",
                "compliance[].exclusions",
                "compliance[].minimumCount",
                "compliance[].percent",
                "compliance[].period",
                "compliance[].priorities");
        by(
                table,
                ParameterReading.class,
                "parameters[].atLeast",
                "parameters[].atMost",
                "parameters[].clause",
                "parameters[].code",
                "parameters[].exclusions",
                "parameters[].name",
                "parameters[].period",
                "parameters[].source",
                "parameters[].unit");
        by(
                table,
                RatingEngine.class,
                "rateCard.bandCalendar",
                "rateCard.clause",
                "rateCard.currency",
                "rateCard.grouping",
                "rateCard.hourly[].from",
                "rateCard.hourly[].rate",
                "rateCard.hourly[].role",
                "rateCard.hourly[].to",
                "rateCard.hourly[].workType",
                "rateCard.incrementMinutes",
                "rateCard.minimumMinutes",
                "rateCard.multipliers",
                "rateCard.roundingMode",
                "rateCard.taxRatePercent",
                "rateCard.travel.fee",
                "rateCard.travel.kind",
                "rateCard.travel.rate",
                "rateCard.units[].band",
                "rateCard.units[].incrementMinutes",
                "rateCard.units[].minimumMinutes",
                "rateCard.units[].roundingMode",
                "rateCard.units[].workType");
        return Map.copyOf(table);
    }

    private static void by(Map<String, Class<?>> table, Class<?> code, String... members) {
        for (String member : members) {
            table.put(member, code);
        }
    }

    /** The members that are applied, each with the code that does. */
    static Map<String, Class<?>> applied() {
        return APPLIED;
    }

    /** The members and values that wait for their code. */
    static Set<String> notYet() {
        return NOT_YET;
    }

    /**
     * The terms of a version that nothing applies yet, in the order in which they stand.
     *
     * @param terms as {@link TermsJson#members} gives them
     */
    public static List<NotApplied> notAppliedIn(Map<?, ?> terms) {
        List<NotApplied> found = new ArrayList<>();
        walk(terms, "", "", null, found);
        return found;
    }

    private static void walk(Object value, String member, String path, String clause, List<NotApplied> found) {
        if (NOT_YET.contains(member) || NOT_YET.contains(member + "=" + value)) {
            found.add(new NotApplied(path, clauseOf(value, clause)));
        } else if (value instanceof Map<?, ?> object) {
            String nearest = clauseOf(object, clause);
            object.forEach((name, inner) ->
                    walk(inner, joined(member, (String) name), joined(path, (String) name), nearest, found));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), member + "[]", path + "[" + i + "]", clause, found);
            }
        }
    }

    private static String clauseOf(Object value, String otherwise) {
        return value instanceof Map<?, ?> object && object.get("clause") instanceof String own ? own : otherwise;
    }

    private static String joined(String around, String name) {
        return around.isEmpty() ? name : around + "." + name;
    }
}
