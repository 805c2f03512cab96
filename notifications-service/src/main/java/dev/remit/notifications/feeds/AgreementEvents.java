package dev.remit.notifications.feeds;

import dev.remit.notifications.notifications.AgreementWord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is read of the events of contracts-service. */
final class AgreementEvents {
    private AgreementEvents() {}

    /** Signed by both, or ended before its time; {@code state} is of an end alone. */
    record VersionEvent(
            UUID agreementId,
            UUID clientId,
            int version,
            String contentHash,
            String state,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            List<SignedBy> signedBy) {

        AgreementWord word() {
            List<AgreementWord.SignedBy> signers = signedBy == null
                    ? null
                    : signedBy.stream().map(SignedBy::word).toList();
            return new AgreementWord(
                    agreementId, version, contentHash, state, effectiveFrom, effectiveTo, null, signers, null, null);
        }
    }

    /** Who signed; the moment of it where one is known, else the date. */
    record SignedBy(String party, String name, String title, Instant signedAt, LocalDate signedOn) {
        AgreementWord.SignedBy word() {
            return new AgreementWord.SignedBy(party, name, title, signedAt, signedOn);
        }
    }

    /** Out for signature, or no longer. */
    record Proposed(
            UUID agreementId,
            UUID clientId,
            int version,
            String contentHash,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            List<Signer> signers) {

        AgreementWord word(boolean out) {
            return new AgreementWord(
                    agreementId,
                    version,
                    contentHash,
                    out ? "PROPOSED" : "DRAFT",
                    effectiveFrom,
                    effectiveTo,
                    out ? signers.stream().map(Signer::name).toList() : null,
                    null,
                    null,
                    null);
        }
    }

    record Signer(String name) {}

    record DateAhead(UUID agreementId, UUID clientId, int version, String kind, LocalDate date) {
        /** Lists of holidays run out too, which ends no agreement. */
        boolean isOfTheEnd() {
            return !kind.equals("HOLIDAYS");
        }

        AgreementWord word() {
            return new AgreementWord(agreementId, version, null, null, null, null, null, null, kind, date);
        }
    }
}
