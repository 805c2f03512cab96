package dev.remit.engines.agreement;

import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.scope.CaseAgreement;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.scope.ScopesInForce;
import dev.remit.engines.scope.WorkItemFacts;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What the documents that are in force with a client say together. Immutable and safe to share. */
public final class TermsInForce {
    private final InForce<AgreementDocument> documents;
    private final InForce<AgreementDocument> completed;
    private final ScopesInForce scopes;

    /** @param scopes of the documents, compiled */
    public TermsInForce(InForce<AgreementDocument> documents, InForce<CompiledScope> scopes) {
        this.documents = documents;
        this.scopes = new ScopesInForce(scopes.master(), scopes.addenda());
        completed =
                documents.map(document -> document.isAddendum() ? document.completedBy(documents.master()) : document);
    }

    /** What work is ruled by. */
    public ScopesInForce scopes() {
        return scopes;
    }

    /**
     * The zone in which hours at a place are read: what the master signs goes before what an addendum does, and that before
     * what is on record today.
     *
     * @param siteCode null for the client itself
     * @param onRecord used for a place that no document names
     */
    public ZoneId zone(String siteCode, ZoneId onRecord) {
        ZoneId zone = onRecord;
        List<AgreementDocument> addenda = documents.addenda();
        for (int i = addenda.size() - 1; i >= 0; i--) {
            zone = addenda.get(i).zone(siteCode, zone);
        }
        return documents.master().zone(siteCode, zone);
    }

    /**
     * Service levels, hours and prices for what an agreement rules: its own where it has them, else the master's.
     *
     * @param ruling null for work of which no clause speaks, to which the master's apply
     */
    public AgreementDocument of(CaseAgreement ruling) {
        UUID agreement = ruling == null ? null : ruling.agreementId();
        return completed.all().stream()
                .filter(document -> document.agreementId().equals(agreement))
                .findFirst()
                .orElse(completed.master());
    }

    /** The terms by whose hours the work on a work item is cut into bands. */
    public AgreementDocument hoursFor(WorkItemFacts facts, Categorisation found) {
        return of(scopes.leading(facts, found).orElse(null));
    }
}
