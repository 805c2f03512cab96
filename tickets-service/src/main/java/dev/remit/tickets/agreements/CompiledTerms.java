package dev.remit.tickets.agreements;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.InForce;
import dev.remit.engines.agreement.TermsInForce;
import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.WorkItemFacts;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The documents in force together that a ticket runs under: a master's and its addenda's. */
public final class CompiledTerms {
    private final InForce<CompiledAgreement> inForce;
    private final TermsInForce terms;

    CompiledTerms(InForce<CompiledAgreement> inForce) {
        this.inForce = inForce;
        terms = new TermsInForce(inForce.map(CompiledAgreement::document), inForce.map(CompiledAgreement::scope));
    }

    /** The master's document, then its addenda's. */
    public List<CompiledAgreement> all() {
        return inForce.all();
    }

    /** The zone in which hours at a place are read. */
    public ZoneId zone(String siteCode, ZoneId onRecord) {
        return terms.zone(siteCode, onRecord);
    }

    /** Rules a work item by all of them. */
    public Ruling rule(WorkItemFacts facts, Categorisation found, UsedVolume used) {
        return terms.scopes().rule(facts, found, used);
    }

    /** The terms by whose hours the work on a work item is cut into bands. */
    public AgreementDocument hoursFor(WorkItemFacts facts, Categorisation found) {
        return terms.hoursFor(facts, found);
    }

    /**
     * What holds for work that an agreement rules, where it leaves terms to its master the master's.
     *
     * @param agreement null, and any that is none of these, for the master
     */
    public CompiledAgreement of(UUID agreement) {
        return inForce.addenda().stream()
                .filter(addendum -> addendum.document().agreementId().equals(agreement))
                .findFirst()
                .map(addendum -> addendum.completedBy(inForce.master()))
                .orElse(inForce.master());
    }

    /**
     * The version whose promises over periods hold for what an agreement rules: its own where it makes any, else its master's.
     *
     * @param agreement null, and any that is none of these, for the master
     */
    public CompiledAgreement promising(UUID agreement) {
        return inForce.addenda().stream()
                .filter(addendum -> addendum.document().agreementId().equals(agreement))
                .filter(addendum -> !addendum.document().compliance().isEmpty())
                .findFirst()
                .orElse(inForce.master());
    }
}
