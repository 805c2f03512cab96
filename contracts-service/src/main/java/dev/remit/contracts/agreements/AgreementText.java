package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.terms.TermsJson;
import dev.remit.contracts.catalogue.Catalogue;
import dev.remit.contracts.catalogue.CatalogueItem;
import dev.remit.contracts.clients.Client;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Members;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts versions into the words of the document {@code remit-agreement/1}. */
@ApplicationScoped
class AgreementText {
    private static final String COVERAGE = "coverage";

    private final TermsJson termsJson;
    private final Catalogue catalogue;
    private final Tenancy tenancy;

    AgreementText(TermsJson termsJson, Catalogue catalogue, Tenancy tenancy) {
        this.termsJson = termsJson;
        this.catalogue = catalogue;
        this.tenancy = tenancy;
    }

    /** The document of a version as it stands, with the catalogue of today and without signatures. */
    Map<String, Object> content(AgreementVersion version) {
        Agreement agreement = version.agreement();
        Client client = agreement.client();
        Members members = new Members()
                .always("schema", AgreementDocument.SCHEMA)
                .text("agreementId", agreement.id())
                .text("tenant", tenancy.current())
                .always(
                        "client",
                        new Members()
                                .text("id", client.id())
                                .always("code", client.code())
                                .always("name", client.name())
                                .map())
                .always("title", agreement.title())
                .always("version", version.number())
                .put("items", items());
        termsJson.members(termsJson.read(version.terms())).forEach(members::always);
        return members.map();
    }

    /** The published document: what was signed, and by whom. */
    byte[] published(byte[] content, List<PartySignature> signatures) {
        Map<String, Object> document = new LinkedHashMap<>();
        ((Map<?, ?>) CanonicalJson.parse(content)).forEach((name, value) -> document.put((String) name, value));
        document.put(
                "signatures", signatures.stream().map(AgreementText::signature).toList());
        return CanonicalJson.bytes(document);
    }

    /**
     * How the engines read a version that may not be complete yet: one without coverage is never open.
     *
     * @throws dev.remit.engines.InvalidInput naming the member of the terms that cannot be
     */
    AgreementDocument draft(AgreementVersion version) {
        Map<String, Object> content = content(version);
        content.putIfAbsent(COVERAGE, Map.of("zone", "UTC", "weekly", Map.of()));
        return AgreementDocument.parse(CanonicalJson.bytes(content));
    }

    private List<Map<String, Object>> items() {
        return catalogue.all().stream()
                .filter(item -> !item.retired())
                .map(AgreementText::item)
                .toList();
    }

    private static Map<String, Object> item(CatalogueItem item) {
        Members matchers = new Members()
                .put("types", item.matchers().types())
                .put("subtypes", item.matchers().subtypes())
                .put("items", item.matchers().items())
                .put("keywords", item.matchers().keywords());
        return new Members()
                .always("code", item.code())
                .always("name", item.name())
                .put("category", item.category())
                .put("matchers", matchers.map())
                .map();
    }

    private static Map<String, Object> signature(PartySignature signature) {
        return new Members()
                .text("party", signature.party())
                .always("name", signature.name())
                .always("typedName", signature.typedName())
                .put("email", signature.email())
                .always("login", signature.username())
                .always("subject", signature.subject())
                .always("role", signature.role())
                .always("method", signature.method())
                .text("signedAt", signature.signedAt())
                .always("contentHash", signature.contentHash())
                .map();
    }
}
