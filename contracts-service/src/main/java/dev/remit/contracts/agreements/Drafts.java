package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.lint.Finding;
import dev.remit.contracts.agreements.lint.Lint;
import dev.remit.contracts.agreements.lint.LintCase;
import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.contracts.agreements.terms.TermsJson;
import dev.remit.contracts.catalogue.Catalogue;
import dev.remit.contracts.catalogue.CatalogueItem;
import dev.remit.contracts.clients.Client;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.agreement.SignedSite;
import dev.remit.kit.http.ETags;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes versions and says what they still lack. */
@ApplicationScoped
class Drafts {
    private final Agreements agreements;
    private final VersionRepository versions;
    private final Catalogue catalogue;
    private final AgreementText text;
    private final TermsJson termsJson;
    private final PlausibleDates dates;
    private final SigningConflicts conflicts;
    private final TenantClock clock;
    private final Ids ids;

    Drafts(
            Agreements agreements,
            VersionRepository versions,
            Catalogue catalogue,
            AgreementText text,
            TermsJson termsJson,
            PlausibleDates dates,
            SigningConflicts conflicts,
            TenantClock clock,
            Ids ids) {
        this.agreements = agreements;
        this.versions = versions;
        this.catalogue = catalogue;
        this.text = text;
        this.termsJson = termsJson;
        this.dates = dates;
        this.conflicts = conflicts;
        this.clock = clock;
        this.ids = ids;
    }

    AgreementVersion create(UUID agreementId, Terms terms) {
        return create(agreementId, terms, null);
    }

    /** @param origin what it begins with; null for nothing */
    AgreementVersion create(UUID agreementId, Terms terms, Origin origin) {
        Agreement agreement = agreements.visible(agreementId);
        AgreementVersion version =
                new AgreementVersion(ids.next(), agreement, versions.lastNumber(agreementId) + 1, origin, clock.now());
        write(version, terms);
        versions.persist(version);
        versions.flush();
        return version;
    }

    AgreementVersion change(UUID agreementId, int number, String ifMatch, Terms terms) {
        AgreementVersion version = agreements.locked(agreementId, number);
        ETags.requireMatch(ifMatch, version.revision());
        write(version, terms);
        return version;
    }

    void discard(UUID agreementId, int number, String ifMatch) {
        AgreementVersion version = agreements.locked(agreementId, number);
        ETags.requireMatch(ifMatch, version.revision());
        version.discard();
    }

    private void write(AgreementVersion version, Terms terms) {
        dates.require(version.agreement().client(), terms.effectiveFrom(), terms.effectiveTo());
        version.draft(terms, termsJson.bytes(terms));
        try {
            text.draft(version);
        } catch (InvalidInput fault) {
            throw Problem.invalid(fault.path(), fault.problem(), "terms");
        }
    }

    /** What is missing, contradictory or unwise in a version, judged by today's client, its other versions and the catalogue. */
    List<Finding> lint(AgreementVersion version) {
        Client client = version.agreement().client();
        Terms terms = termsJson.read(version.terms());
        return Lint.of(new LintCase(
                text.draft(version),
                terms,
                termsJson.members(terms),
                AgreementText.parties(terms, client),
                client.dateAt(clock.now()),
                client.currency(),
                client.signedSites().stream().collect(Collectors.toMap(SignedSite::code, SignedSite::zone)),
                client.hasActiveApprover(),
                catalogue.all().stream()
                        .filter(CatalogueItem::retired)
                        .map(CatalogueItem::code)
                        .collect(Collectors.toSet()),
                conflicts.of(version),
                conflicts.beside(version),
                boundUntil(version)));
    }

    /** Until when the version before a version binds the parties, as lint wants it. */
    private LocalDate boundUntil(AgreementVersion version) {
        LocalDate first = version.effectiveFrom();
        return versions.signedBefore(version)
                .map(before -> Optional.ofNullable(
                                termsJson.read(before.terms()).term())
                        .flatMap(term -> term.boundUntil(before.effectiveFrom(), first))
                        .orElse(first))
                .orElse(null);
    }

    /** @throws Problem rule-broken, with every finding that stops a proposal */
    void refuseErrors(AgreementVersion version) {
        Problem problem = Problem.of(ProblemType.RULE_BROKEN, "Lint has errors; mend the draft and propose it again.");
        lint(version).stream()
                .filter(Finding::stops)
                .forEach(finding -> problem.error(finding.path(), finding.text(), finding.code()));
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }
}
