package dev.remit.billing.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Signed versions without a database. */
public final class Versions {
    private Versions() {}

    public static SignedVersions of(UUID client, byte[] document, String hash) {
        AgreementVersion row = new AgreementVersion(
                UUID.randomUUID(),
                new Activation(UUID.randomUUID(), client, 1, hash, hash, LocalDate.parse("2026-01-01"), null));
        return new SignedVersions(List.of(new SignedVersion(row, new PricedDocument(document))));
    }

    public static SignedVersions none() {
        return new SignedVersions(List.of());
    }
}
