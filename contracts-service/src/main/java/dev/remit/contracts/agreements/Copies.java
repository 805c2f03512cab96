package dev.remit.contracts.agreements;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.contracts.agreements.DraftRequest.From;
import dev.remit.contracts.agreements.compare.Comparison;
import dev.remit.contracts.agreements.compare.Difference;
import dev.remit.contracts.agreements.templates.Templates;
import dev.remit.contracts.agreements.terms.TermsJson;
import dev.remit.contracts.clients.Client;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Begins drafts with the terms of templates and of other versions, and says what became of them. */
@ApplicationScoped
class Copies {
    private static final String FROM = "effectiveFrom";
    private static final String TO = "effectiveTo";
    private static final String MONTHS = "initialTermMonths";
    private static final String TERM_FROM = "initialTermFrom";

    private final Agreements agreements;
    private final Drafts drafts;
    private final Templates templates;
    private final TermsJson termsJson;

    Copies(Agreements agreements, Drafts drafts, Templates templates, TermsJson termsJson) {
        this.agreements = agreements;
        this.drafts = drafts;
        this.templates = templates;
        this.termsJson = termsJson;
    }

    AgreementVersion create(UUID agreementId, DraftRequest wanted) {
        Client client = agreements.visible(agreementId).client();
        ObjectNode terms = terms(wanted.from(), client);
        keepTerm(terms, agreementId.equals(wanted.from().agreementId()));
        Origin origin = new Origin(wanted.from(), CanonicalJson.bytes(terms));
        terms.put(FROM, wanted.effectiveFrom().toString());
        terms.remove(TO);
        if (wanted.effectiveTo() != null) {
            terms.put(TO, wanted.effectiveTo().toString());
        }
        return drafts.create(agreementId, termsJson.read(CanonicalJson.bytes(terms)), origin);
    }

    /** An amendment is bound for as long as what it amends; another agreement begins its own term. */
    private static void keepTerm(ObjectNode terms, boolean amends) {
        if (!(terms.get("term") instanceof ObjectNode term) || !term.has(MONTHS)) {
            return;
        }
        if (!amends) {
            term.remove(TERM_FROM);
        } else if (!term.has(TERM_FROM)) {
            term.set(TERM_FROM, terms.get(FROM));
        }
    }

    private ObjectNode terms(From from, Client client) {
        if (from.template() == null) {
            AgreementVersion version = agreements.visible(from.agreementId(), from.version());
            ObjectNode terms = Json.parseObject(version.terms());
            if (!version.clientId().equals(client.id()) && terms.get("parties") instanceof ObjectNode parties) {
                // Who the other client is is none of this one's business.
                parties.remove("client");
            }
            return terms;
        }
        return templates
                .find(from.template())
                .map(template -> template.in(client.currency()))
                .orElseThrow(() -> Problem.invalid("from.template", "names no template", "unknown"));
    }

    /** What a version says otherwise than what it began with, its dates aside; nothing where it began with nothing. */
    List<Difference> deviations(AgreementVersion version) {
        Origin origin = version.origin();
        if (origin == null) {
            return List.of();
        }
        return Comparison.of(undated(origin.terms()), undated(version.terms()));
    }

    private static ObjectNode undated(byte[] terms) {
        return Json.parseObject(terms).remove(List.of(FROM, TO));
    }
}
