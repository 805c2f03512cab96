package dev.remit.billing;

import java.util.UUID;

/** The law firm's signed document for tests in other packages. */
public final class TestDocument {
    private TestDocument() {}

    public static byte[] bytes(UUID client) {
        return SignedTerms.document(
                UUID.randomUUID(), client, UUID.randomUUID(), 1, "2026-01-01", SignedTerms.rateCard("150.00"));
    }
}
