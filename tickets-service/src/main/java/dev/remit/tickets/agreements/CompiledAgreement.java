package dev.remit.tickets.agreements;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.Signature;
import dev.remit.engines.agreement.SiteZone;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.sla.SlaTerms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A signed version, read once and ready to rule and to run clocks by. Safe to share. */
public final class CompiledAgreement {
    private static final int MOST_TERMS = 1_000;

    private record TermsKey(String priority, String ticketClass, SiteZone place) {}

    private final String documentHash;
    private final String contentHash;
    private final AgreementDocument document;
    private final CompiledScope scope;
    private final Map<TermsKey, Optional<SlaTerms>> terms = new ConcurrentHashMap<>();

    private final Map<String, CompiledAgreement> completed = new ConcurrentHashMap<>();

    CompiledAgreement(String documentHash, byte[] bytes) {
        this(documentHash, AgreementDocument.contentHash(bytes), AgreementDocument.parse(bytes));
    }

    private CompiledAgreement(String documentHash, String contentHash, AgreementDocument document) {
        this.documentHash = documentHash;
        this.contentHash = contentHash;
        this.document = document;
        this.scope = document.scope(documentHash);
    }

    /** The same addendum with its master's terms where it has none. */
    CompiledAgreement completedBy(CompiledAgreement master) {
        return completed.computeIfAbsent(
                master.documentHash,
                hash -> new CompiledAgreement(documentHash, contentHash, document.completedBy(master.document)));
    }

    public String documentHash() {
        return documentHash;
    }

    /** What both parties signed. */
    public String contentHash() {
        return contentHash;
    }

    public AgreementDocument document() {
        return document;
    }

    public CompiledScope scope() {
        return scope;
    }

    public List<Signature> signatures() {
        return document.signatures();
    }

    /** The terms of the clocks; empty where the agreement promises nothing for the priority, which may be null. */
    public Optional<SlaTerms> terms(String priority, String ticketClass, SiteZone place) {
        Objects.requireNonNull(place, "place");
        if (priority == null) {
            return Optional.empty();
        }
        if (terms.size() > MOST_TERMS) {
            terms.clear();
        }
        return terms.computeIfAbsent(
                new TermsKey(priority, ticketClass, place),
                key -> document.slaTerms(key.priority(), key.ticketClass(), key.place()));
    }
}
