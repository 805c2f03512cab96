package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.changes.ChangesList;
import dev.remit.contracts.agreements.terms.Parties;
import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.engines.agreement.SignedSite;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a version says, for a reader.
 *
 * @param title of the agreement
 * @param master title of the agreement that it is an addendum to; null for a master
 * @param terms of the version
 * @param members its terms, as the document has them
 * @param parties who sign it
 * @param clientZone of work at no site
 * @param services what the client can ask for, in the order of the catalogue
 * @param changes what a version changes that begins in the past; null of any other
 */
public record ReadingFacts(
        UUID agreementId,
        int version,
        String title,
        String master,
        Terms terms,
        Map<String, Object> members,
        Parties parties,
        String clientZone,
        List<SignedSite> sites,
        List<Service> services,
        ChangesList changes) {

    /** What a site is called; its code where it has no name, or is not there. */
    public String siteName(String code) {
        return sites.stream()
                .filter(site -> site.code().equals(code) && site.name() != null)
                .map(SignedSite::name)
                .findFirst()
                .orElse(code);
    }

    /**
     * What a part of the page says in which there is nothing: of that an addendum leaves everything as it is.
     *
     * @param alone what a version says that stands by itself
     */
    public String none(String alone) {
        return master == null ? alone : "This addendum changes nothing here: it is as “" + master + "” has it.";
    }

    /**
     * A service of the catalogue.
     *
     * @param category may be null
     */
    public record Service(String code, String name, String category) {}
}
