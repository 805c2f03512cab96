package dev.remit.contracts.scopechecks;

import dev.remit.contracts.agreements.SignedAgreement;
import dev.remit.contracts.agreements.SignedAgreements;
import dev.remit.contracts.agreements.TriedVersion;
import dev.remit.contracts.agreements.TriedVersions;
import dev.remit.contracts.catalogue.Catalogue;
import dev.remit.contracts.clients.Client;
import dev.remit.contracts.clients.Clients;
import dev.remit.contracts.scopechecks.PriceOfWork.PricedBy;
import dev.remit.contracts.scopechecks.ScopeAnswer.AdoptedFile;
import dev.remit.contracts.scopechecks.ScopeAnswer.AgreementView;
import dev.remit.contracts.scopechecks.ScopeAnswer.ClauseView;
import dev.remit.contracts.scopechecks.ScopeAnswer.PieceView;
import dev.remit.contracts.scopechecks.ScopeAnswer.Reason;
import dev.remit.contracts.scopechecks.ScopeAnswer.Signatory;
import dev.remit.contracts.scopechecks.ScopeAnswer.VolumeView;
import dev.remit.contracts.volumes.VolumesUsed;
import dev.remit.engines.agreement.InForce;
import dev.remit.engines.agreement.SiteZone;
import dev.remit.engines.agreement.TermsInForce;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.Requester;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.engines.scope.VolumeUnit;
import dev.remit.engines.scope.WorkItemFacts;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers "is this within our remit, and what would it cost if not?" by the version in force. Keeps nothing. */
@ApplicationScoped
class ScopeChecks {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 8998;
    private static final String YEARS = "must be between the years " + FIRST_YEAR + " and " + LAST_YEAR;
    private static final Instant EARLIEST = Instant.parse(FIRST_YEAR + "-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse(LAST_YEAR + "-12-30T00:00:00Z");

    private final Clients clients;
    private final SignedAgreements agreements;
    private final Catalogue catalogue;
    private final VolumesUsed volumes;
    private final TriedVersions versions;
    private final TenantClock clock;

    ScopeChecks(
            Clients clients,
            SignedAgreements agreements,
            Catalogue catalogue,
            VolumesUsed volumes,
            TriedVersions versions,
            TenantClock clock) {
        this.clients = clients;
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.volumes = volumes;
        this.versions = versions;
        this.clock = clock;
    }

    /** What is asked of a client's agreement, and where and when the work would be. */
    private record Asked(Client client, ScopeQuestion question, LocalDate on, ZoneId siteZone) {}

    /** By what is in force with the client. */
    ScopeAnswer check(ScopeQuestion question) {
        requireRatable(question);
        Client client = clients.visible(question.clientCode());
        ZoneId onRecord = siteZone(client, question.siteCode());
        Optional<InForce<SignedAgreement>> inForce = question.on() == null && question.start() != null
                ? agreements.inForceAt(
                        client, question.start(), signed -> signed.document().zone(question.siteCode(), onRecord))
                : agreements.inForce(client, on(client, question, onRecord));
        PricedBy pricedBy = (first, last) -> agreements.inForce(client, first, last);
        return inForce.map(set -> ruled(client, question, null, set, pricedBy)).orElseGet(() -> {
            Asked asked = new Asked(client, question, on(client, question, onRecord), onRecord);
            return answer(asked, Ruling.withoutAgreement(asked.on()), List.of(), null);
        });
    }

    /** By a version of the client's as if it were in force: on the date that is asked for, else on its first. */
    ScopeAnswer tryOut(UUID agreement, int number, ScopeQuestion question) {
        requireRatable(question);
        TriedVersion tried = versions.find(agreement, number);
        Client client = tried.client();
        if (!client.code().equals(question.clientCode())) {
            throw Problem.invalid("clientCode", "is not the client of the agreement", "other-client");
        }
        ZoneId onRecord = siteZone(client, question.siteCode());
        LocalDate on = question.on() == null && question.start() == null
                ? tried.document().effectiveFrom()
                : on(client, question, tried.document().zone(question.siteCode(), onRecord));
        PricedBy pricedBy = (first, last) -> tried.from(on, first, last);
        return TriedVersions.asFarAsWritten(() -> ruled(client, question, on, tried.on(on), pricedBy));
    }

    /** Dates that agreements, calendars and rates can be asked about, with the longest work that may be asked for. */
    private static void requireRatable(ScopeQuestion question) {
        Instant start = question.start();
        if (start != null && (start.isBefore(EARLIEST) || start.isAfter(LATEST))) {
            throw Problem.invalid("start", YEARS, "invalid-value");
        }
        LocalDate on = question.on();
        if (on != null && (on.getYear() < FIRST_YEAR || on.getYear() > LAST_YEAR)) {
            throw Problem.invalid("on", YEARS, "invalid-value");
        }
    }

    private static ZoneId siteZone(Client client, String siteCode) {
        if (siteCode == null) {
            return client.timeZone();
        }
        return client.zoneOfSite(siteCode)
                .orElseThrow(() -> Problem.invalid("siteCode", "is no site of the client", "unknown-site"));
    }

    private LocalDate on(Client client, ScopeQuestion question, ZoneId siteZone) {
        if (question.on() != null) {
            return question.on();
        }
        return question.start() != null
                ? LocalDate.ofInstant(question.start(), siteZone)
                : LocalDate.ofInstant(clock.now(), client.timeZone());
    }

    /** @param on null for that of the question */
    private ScopeAnswer ruled(
            Client client, ScopeQuestion question, LocalDate on, InForce<SignedAgreement> inForce, PricedBy pricedBy) {
        TermsInForce terms =
                new TermsInForce(inForce.map(SignedAgreement::document), inForce.map(SignedAgreement::scope));
        ZoneId siteZone = terms.zone(question.siteCode(), siteZone(client, question.siteCode()));
        return ruled(
                new Asked(client, question, on == null ? on(client, question, siteZone) : on, siteZone),
                inForce,
                terms,
                pricedBy);
    }

    private ScopeAnswer ruled(Asked asked, InForce<SignedAgreement> inForce, TermsInForce terms, PricedBy pricedBy) {
        ScopeQuestion question = asked.question();
        WorkItemFacts.Builder facts = WorkItemFacts.on(asked.on())
                .itemCode(question.item())
                .board(question.board())
                .psa(question.type(), question.subtype(), question.psaItem())
                .title(question.title())
                .ticketClass(question.ticketClass())
                .priority(question.priority())
                .site(question.siteCode())
                .requester(Requester.of(question.requesterName(), question.requesterEmail()));
        WorkItemFacts asWritten = facts.build();
        Categorisation found = catalogue.current().categorise(asWritten.description());
        Band band = question.start() == null
                ? null
                : terms.hoursFor(asWritten, found)
                        .surchargeCalendar(new SiteZone(question.siteCode(), asked.siteZone()))
                        .bandAt(question.start());
        facts.planned(new PieceOfWork(band, question.workType(), question.role(), question.place(), false));
        Ruling ruling = terms.scopes().ruleNext(facts.build(), found, used(asked));
        return answer(
                asked,
                ruling,
                inForce.all(),
                new PriceOfWork(
                        pricedBy,
                        inForce.master().documentHash(),
                        terms,
                        ruling,
                        question,
                        asked.on(),
                        asked.siteZone(),
                        used(asked)));
    }

    private UsedVolume used(Asked asked) {
        Integer told = asked.question().used();
        return key -> told != null && isOfDate(key, asked.on())
                ? inUnitsCounted(told, key)
                : volumes.of(asked.client().id(), key);
    }

    /** Hours are told whole, and counted in seconds. */
    private static long inUnitsCounted(int told, VolumeKey key) {
        return key.unit() == VolumeUnit.HOUR ? Duration.ofHours(told).toSeconds() : told;
    }

    /** And not of the period before, of which what is left goes into it. */
    private static boolean isOfDate(VolumeKey key, LocalDate on) {
        return key.from().equals(key.period().startOf(on, key.from()));
    }

    /** @param inForce the master, then its addenda; empty where no version is */
    private static ScopeAnswer answer(Asked asked, Ruling ruling, List<SignedAgreement> inForce, PriceOfWork work) {
        return new ScopeAnswer(
                asked.question().clientCode(),
                asked.on(),
                ruling.verdict(),
                ruling.silentReason(),
                ruling.item(),
                ruling.categorisation() == null ? null : ruling.categorisation().basis(),
                ruling.decided() == null ? null : clause(ruling.clause()),
                ruling.disagreeing().stream().map(ScopeChecks::clause).toList(),
                inForce.isEmpty() ? null : agreement(ruledUnder(ruling, inForce)),
                inForce.stream().map(ScopeChecks::agreement).toList(),
                ruling.cases().all(),
                ruling.steps().stream()
                        .map(step -> new Reason(step.kind().name(), step.text()))
                        .toList(),
                ruling.approvalNeeded(),
                volume(ruling),
                work == null
                        ? List.of()
                        : work.pieces().stream().map(PieceView::of).toList(),
                work == null ? null : work.price().orElse(null));
    }

    private static ClauseView clause(Clause clause) {
        return new ClauseView(clause.id(), clause.title(), clause.text());
    }

    /** The version whose clause the answer names, else the master's. */
    private static SignedAgreement ruledUnder(Ruling ruling, List<SignedAgreement> inForce) {
        return inForce.stream()
                .filter(signed -> ruling.agreement() != null
                        && signed.documentHash().equals(ruling.agreement().documentHash()))
                .findFirst()
                .orElse(inForce.getFirst());
    }

    private static AgreementView agreement(SignedAgreement signed) {
        List<Signatory> signatories = signed.document().signatures().stream()
                .map(signature ->
                        new Signatory(signature.party(), signature.name(), signature.signedAt(), signature.signedOn()))
                .toList();
        return new AgreementView(
                signed.document().agreementId(),
                signed.document().kind(),
                signed.document().title(),
                signed.document().version(),
                signed.documentHash(),
                signed.contentHash(),
                AdoptedFile.of(signed.document().adopted()),
                signatories);
    }

    private static VolumeView volume(Ruling ruling) {
        Ruling.VolumeReading volume = ruling.volume();
        return volume == null ? null : VolumeView.of(volume);
    }
}
