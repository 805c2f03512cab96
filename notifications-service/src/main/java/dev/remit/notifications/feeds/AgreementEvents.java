package dev.remit.notifications.feeds;

import dev.remit.notifications.notifications.AgreementWord;
import java.time.LocalDate;
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
            LocalDate effectiveTo) {

        AgreementWord word() {
            return new AgreementWord(agreementId, version, contentHash, state, effectiveFrom, effectiveTo, null, null);
        }
    }

    record DateAhead(UUID agreementId, UUID clientId, int version, String kind, LocalDate date) {
        /** Lists of holidays run out too, which ends no agreement. */
        boolean isOfTheEnd() {
            return !kind.equals("HOLIDAYS");
        }

        AgreementWord word() {
            return new AgreementWord(agreementId, version, null, null, null, null, kind, date);
        }
    }
}
