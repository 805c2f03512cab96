package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.calendar.WorkingCalendar;
import dev.remit.engines.compliance.CompliancePromise;
import dev.remit.engines.delivery.DeliveryParameter;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.RatingTerms;
import dev.remit.engines.scope.AgreementKind;
import dev.remit.engines.scope.CaseAgreement;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.scope.LaterItems;
import dev.remit.engines.scope.ScopeItem;
import dev.remit.engines.scope.ScopeRule;
import dev.remit.engines.sla.ClientWaitRule;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.UpdateAfter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One version of an agreement, as the document {@code remit-agreement/1} says it. What is hashed and signed are the bytes
 * of the document; this is what they say to a reader of this version of Remit.
 *
 * @param schema {@link #SCHEMA}
 * @param agreementId the chain of versions
 * @param kind null in a document is MASTER
 * @param master of an addendum, the agreement that it is an addendum to; null for a master
 * @param tenant the MSP
 * @param client with whom
 * @param title may be null
 * @param version from 1
 * @param effectiveFrom the first local date it is in force on
 * @param effectiveTo the first local date it is no longer in force on; null if open
 * @param adopted that it was signed elsewhere, so that rulings are the MSP's reading of it; null where it was signed here
 * @param changes the list that was signed of what it changes, of a version that begins in the past; null of any other
 * @param sites places of the client, with the zones that both parties signed
 * @param clauses its numbered paragraphs
 * @param catalogue what its rules speak of
 * @param laterItems how items are ruled that were added to the catalogue after signing; null is by their category
 * @param scopeRules which clause treats what how
 * @param calendars its calendars, by name
 * @param coverage its hours; null in an addendum that has none of its own, as the next two
 * @param serviceLevels its targets
 * @param responseEvents what counts as a response
 * @param clientWaits when a wait for the client is the client's time; null for what is usual, in an addendum for its master's
 * @param updateAfter what begins an update clock; null for our last update, in an addendum for its master's
 * @param contestWithinDays how long the client may contest a wait; null where nothing is agreed of that, in an
 *     addendum for its master's
 * @param compliance how many of a period's targets it promises to be met
 * @param parameters the figures of the service that it promises
 * @param prices its rate card and the hours of its surcharges; null if it has no prices
 * @param examples what the parties say it comes to
 * @param signatures who signed
 */
public record AgreementDocument(
        String schema,
        UUID agreementId,
        AgreementKind kind,
        UUID master,
        UUID tenant,
        Client client,
        String title,
        int version,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        Adoption adopted,
        SignedChanges changes,
        List<SignedSite> sites,
        List<Clause> clauses,
        List<ScopeItem> catalogue,
        LaterItems laterItems,
        List<ScopeRule> scopeRules,
        Map<String, NamedCalendar> calendars,
        Coverage coverage,
        List<ServiceLevel> serviceLevels,
        @JsonDeserialize(as = LinkedHashSet.class) Set<EventKind> responseEvents,
        ClientWaits clientWaits,
        UpdateAfter updateAfter,
        Integer contestWithinDays,
        List<CompliancePromise> compliance,
        List<DeliveryParameter> parameters,
        @JsonProperty("rateCard") Prices prices,
        List<WorkedExample> examples,
        List<Signature> signatures) {

    /** The name and version of the schema, as it stands in every document. */
    public static final String SCHEMA = "remit-agreement/1";

    private static final CompiledCalendar ALWAYS = WorkingCalendar.always().compile();

    /**
     * Copies the lists; null is empty, and for the events that count as a response what is usual.
     *
     * @throws InvalidInput if a member is missing or does not hold
     */
    public AgreementDocument {
        if (!SCHEMA.equals(required(schema, "schema"))) {
            throw new InvalidInput("schema", "must be \"" + SCHEMA + "\"");
        }
        required(agreementId, "agreementId");
        required(tenant, "tenant");
        required(client, "client");
        if (version < 1) {
            throw new InvalidInput("version", "must be from 1 to " + Integer.MAX_VALUE);
        }
        required(effectiveFrom, "effectiveFrom");
        kind = kind == null ? AgreementKind.MASTER : kind;
        requireMaster(kind, agreementId, master);
        if (kind == AgreementKind.MASTER) {
            required(coverage, "coverage");
        }
        if (effectiveTo != null && !effectiveFrom.isBefore(effectiveTo)) {
            throw new InvalidInput("effectiveTo", "must be after effectiveFrom");
        }
        sites = copy(sites);
        clauses = copy(clauses);
        compliance = copy(compliance);
        parameters = copy(parameters);
        catalogue = copy(catalogue);
        laterItems = laterItems == null ? LaterItems.BY_CATEGORY : laterItems;
        scopeRules = settled(scopeRules, catalogue, effectiveFrom, prices);
        calendars = calendars == null ? Map.of() : Map.copyOf(calendars);
        serviceLevels = copy(serviceLevels);
        if (responseEvents != null) {
            responseEvents = copyOfResponses(responseEvents);
        } else if (kind == AgreementKind.MASTER) {
            responseEvents = SlaTerms.USUAL_RESPONSES;
        }
        if (contestWithinDays != null) {
            new ContestPeriod(contestWithinDays);
        }
        examples = InvalidInput.each(copy(examples), "examples", WorkedExample::answered);
        signatures = copy(signatures);
    }

    private static void requireMaster(AgreementKind kind, UUID agreement, UUID master) {
        if (kind == AgreementKind.MASTER && master != null) {
            throw new InvalidInput("master", "is for an addendum");
        }
        if (kind == AgreementKind.ADDENDUM && required(master, "master").equals(agreement)) {
            throw new InvalidInput("master", "must be another agreement");
        }
    }

    /** Amounts in rules are in the currency of the rate card, and volumes are counted from the first date. */
    private static List<ScopeRule> settled(
            List<ScopeRule> rules, List<ScopeItem> catalogue, LocalDate since, Prices prices) {
        MinorUnits card = prices == null ? null : prices.card().currency();
        Map<String, String> categories = new HashMap<>();
        catalogue.forEach(item -> categories.put(item.code(), item.category()));
        return InvalidInput.each(rules, "scopeRules", rule -> rule.under(card, since, categories::get));
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static Set<EventKind> copyOfResponses(Set<EventKind> kinds) {
        int position = 0;
        for (EventKind kind : kinds) {
            if (!SlaTerms.RESPONSES.contains(kind)) {
                throw new InvalidInput("responseEvents[" + position + "]", "must be one of " + SlaTerms.RESPONSES);
            }
            position++;
        }
        return Set.copyOf(kinds);
    }

    /**
     * Reads a document. Members that this version does not know are left alone; whether rules name clauses and items that
     * are there is {@link #scope()}'s to say.
     *
     * @param document canonical or not
     * @throws InvalidInput naming the place, as {@code scopeRules[2].treatment}
     */
    public static AgreementDocument parse(byte[] document) {
        return of(Json.parse(document));
    }

    /** The same for a document that has been read already. */
    public static AgreementDocument of(JsonNode document) {
        return Json.read(document, AgreementDocument.class);
    }

    /**
     * What both parties sign: the SHA-256 of the document without its signatures.
     *
     * @param document the bytes as stored, with or without signatures
     * @return 64 lower-case hex digits
     * @throws InvalidInput if that is no JSON object
     */
    public static String contentHash(byte[] document) {
        ObjectNode content = Json.parseObject(document);
        content.remove("signatures");
        return CanonicalJson.hash(content);
    }

    /**
     * The zone in which hours at a place are read: what both parties signed goes before what is on record today.
     *
     * @param siteCode null for the client itself
     * @param onRecord used for a place that the document does not name
     */
    public ZoneId zone(String siteCode, ZoneId onRecord) {
        Optional<ZoneId> signed = siteCode == null
                ? Optional.ofNullable(client.zone())
                : sites.stream()
                        .filter(site -> site.code().equals(siteCode))
                        .map(SignedSite::zone)
                        .findFirst();
        return signed.orElse(onRecord);
    }

    /** What work costs; null if the agreement has no prices. */
    public RateCard rateCard() {
        return prices == null ? null : prices.card();
    }

    /** The name of the calendar that the rate card reads surcharges by; null if by the coverage. */
    public String bandCalendarName() {
        return prices == null ? null : prices.bandCalendar();
    }

    /** The name of the calendar that surcharges go by at a site: the rate card's, else that of the coverage. */
    public String surchargeCalendarName(String site) {
        return bandCalendarName() == null ? coverage.calendarAt(site) : bandCalendarName();
    }

    /** Whether it stands beside a master. */
    public boolean isAddendum() {
        return kind == AgreementKind.ADDENDUM;
    }

    /** How long the client may contest a wait; empty where nothing is agreed of that. */
    public Optional<ContestPeriod> contests() {
        return Optional.ofNullable(contestWithinDays).map(ContestPeriod::new);
    }

    /** The version as the cases of rulings name it. */
    public CaseAgreement named(String documentHash) {
        return new CaseAgreement(agreementId, kind, title, version, documentHash);
    }

    /**
     * The scope of a version that is not signed, made ready for rulings.
     *
     * @throws InvalidInput if a rule names a clause, item or category that is not there, or an addendum has a catch-all
     */
    public CompiledScope scope() {
        return scope(null);
    }

    /**
     * The scope, made ready for rulings.
     *
     * @param documentHash by which its cases name it; null for a version that is not signed
     * @throws InvalidInput if a rule names a clause, item or category that is not there, or an addendum has a catch-all
     */
    public CompiledScope scope(String documentHash) {
        return new CompiledScope(named(documentHash), clauses, catalogue, scopeRules, laterItems);
    }

    /**
     * What holds for work that this addendum rules: its own terms, and its master's where it has none. Of service levels it
     * is the master's for each priority that the addendum has no level for; of places, the zone that the master signs.
     *
     * @param of the version of the master that is in force beside it
     */
    public AgreementDocument completedBy(AgreementDocument of) {
        Completion completion = new Completion(calendars);
        return new AgreementDocument(
                schema,
                agreementId,
                kind,
                master,
                tenant,
                client,
                title,
                version,
                effectiveFrom,
                effectiveTo,
                adopted,
                changes,
                Completion.sites(sites, of.sites),
                clauses,
                catalogue,
                laterItems,
                scopeRules,
                completion.calendars(of.calendars),
                coverage == null ? completion.coverage(of.coverage) : coverage,
                completion.serviceLevels(serviceLevels, of.serviceLevels),
                responseEvents == null ? of.responseEvents : responseEvents,
                clientWaits == null ? of.clientWaits : clientWaits,
                updateAfter == null ? of.updateAfter : updateAfter,
                contestWithinDays == null ? of.contestWithinDays : contestWithinDays,
                compliance.isEmpty() ? of.compliance : compliance,
                parameters,
                completion.prices(prices, coverage, of.prices),
                examples,
                signatures);
    }

    /**
     * A calendar as it holds at a place.
     *
     * @throws InvalidInput if no calendar has the name
     */
    public CompiledCalendar calendar(String name, ZoneId zone) {
        NamedCalendar calendar = calendars.get(name);
        if (calendar == null) {
            throw new InvalidInput("calendars", "has none that is called " + name);
        }
        return calendar.in(zone).compile();
    }

    /** The hours of cover at a place. */
    public CompiledCalendar coverageCalendar(SiteZone place) {
        return calendar(coverage.calendarAt(place.site()), place.zone());
    }

    /** The hours of the surcharges for work at a place. */
    public CompiledCalendar surchargeCalendar(SiteZone place) {
        return calendar(surchargeCalendarName(place.site()), place.zone());
    }

    /** What work at a place is rated by; empty if the agreement has no rate card. */
    public Optional<RatingTerms> ratingTerms(SiteZone place) {
        return Optional.ofNullable(rateCard()).map(card -> new RatingTerms(surchargeCalendar(place), card));
    }

    /**
     * The service level of a ticket: of those for its priority the narrowest, one for its site before one for its class.
     *
     * @param site the code of the ticket's; null where it names none
     * @return empty if the agreement promises nothing for the priority
     */
    public Optional<ServiceLevel> serviceLevel(String priority, String ticketClass, String site) {
        ServiceLevel narrowest = null;
        for (ServiceLevel level : serviceLevels) {
            if (level.isFor(priority, ticketClass, site)
                    && (narrowest == null || level.narrowness() > narrowest.narrowness())) {
                narrowest = level;
            }
        }
        return Optional.ofNullable(narrowest);
    }

    /**
     * The SLA terms to pin to a ticket.
     *
     * @param priority the ticket's
     * @param ticketClass the ticket's; may be null
     * @param place where the ticket is from
     * @return empty if the agreement promises nothing for the priority
     */
    public Optional<SlaTerms> slaTerms(String priority, String ticketClass, SiteZone place) {
        ClientWaitRule waits = clientWaits == null ? ClientWaitRule.USUAL : clientWaits.rule();
        UpdateAfter updates = updateAfter == null ? UpdateAfter.ALWAYS : updateAfter;
        return serviceLevel(priority, ticketClass, place.site())
                .map(level -> level.terms(clockCalendar(level.calendar(), place), responseEvents, waits, updates));
    }

    private CompiledCalendar clockCalendar(String name, SiteZone place) {
        return switch (name) {
            case ServiceLevel.ALWAYS -> ALWAYS;
            case ServiceLevel.COVERAGE -> coverageCalendar(place);
            default -> calendar(name, place.zone());
        };
    }
}
