package dev.remit.tickets.history;

import dev.remit.engines.agreement.InForce;
import dev.remit.tickets.agreements.AgreementBook;
import dev.remit.tickets.agreements.AgreementVersion;
import dev.remit.tickets.agreements.ClientAgreements;
import dev.remit.tickets.agreements.CompiledTerms;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Finds the versions that a ticket runs under: those in force where and when it was created. */
public final class Pinning {
    private final AgreementBook agreements;

    /** @param agreements those that there are */
    public Pinning(AgreementBook agreements) {
        this.agreements = agreements;
    }

    /**
     * What of a client's agreements is in force for a ticket.
     *
     * @param terms empty where the bytes of a document have not reached us
     */
    public record Found(InForce<AgreementVersion> inForce, Optional<CompiledTerms> terms) {

        /** The same ticket under these versions, whose documents are there. */
        public PinnedTerms pinned(PinnedTerms before) {
            AgreementVersion master = inForce.master();
            return new PinnedTerms(
                    before.clientId(),
                    before.clientCode(),
                    before.siteCode(),
                    terms.orElseThrow().zone(before.siteCode(), before.zone()),
                    master.documentHash(),
                    master.agreementId(),
                    master.number(),
                    inForce.addenda().stream()
                            .map(AgreementVersion::documentHash)
                            .toList());
        }
    }

    /** @param pin whose ticket it is, and where */
    public Optional<Found> find(Ticket ticket, PinnedTerms pin, ClientAgreements known) {
        return known.inForceAt(ticket.createdAt(), version -> signedZone(version.documentHash(), pin))
                .map(inForce -> new Found(
                        inForce,
                        agreements.terms(
                                inForce.map(AgreementVersion::documentHash).all())));
    }

    /**
     * The terms of a ticket where a version is in force for it of which both parties signed what it changes in the past;
     * empty where it runs under that already, or there is none.
     */
    public Optional<PinnedTerms> signedForThePast(Ticket ticket, PinnedTerms pin) {
        ClientAgreements known = agreements.of(pin.clientId());
        return known.reachBack()
                ? find(ticket, pin, known)
                        .filter(found -> found.terms().isPresent() && isNews(found.inForce(), pin))
                        .map(found -> found.pinned(pin))
                : Optional.empty();
    }

    /**
     * The terms of a ticket as far as its versions were known at a moment: before one was that it runs under now, those that
     * were in force for it then, if any. Whose it is, and where, is as it is known now.
     */
    PinnedTerms asKnown(Ticket ticket, PinnedTerms pin, Instant knownBy) {
        ClientAgreements all = agreements.of(pin.clientId());
        if (all.hadAll(pin.documents(), knownBy)) {
            return pin;
        }
        PinnedTerms withoutTerms = pin.withoutTerms();
        return find(ticket, withoutTerms, all.asKnown(knownBy))
                .filter(found -> found.terms().isPresent())
                .map(found -> found.pinned(withoutTerms))
                .orElse(withoutTerms);
    }

    private static boolean isNews(InForce<AgreementVersion> inForce, PinnedTerms pin) {
        return inForce.all().stream()
                .anyMatch(version ->
                        version.isSignedForThePast() && !pin.documents().contains(version.documentHash()));
    }

    private ZoneId signedZone(String documentHash, PinnedTerms pin) {
        return agreements
                .document(documentHash)
                .map(agreement -> agreement.document().zone(pin.siteCode(), pin.zone()))
                .orElse(pin.zone());
    }
}
