package dev.remit.tickets.intake;

import java.util.UUID;

/** Names what a ticket waits to learn something about, so that the word of another thing does not wake it. */
public final class AwaitedKeys {
    private AwaitedKeys() {}

    /** A client whom the ticket knows, of whom it awaits an agreement or a document. */
    public static String about(UUID clientId) {
        return "client " + clientId;
    }

    /** A client whom the source names by our code. */
    public static String called(String code) {
        return "code " + code;
    }

    /** A client whom the source names by its own key. */
    public static String referredTo(String connection, String externalId) {
        return "reference " + connection + "/" + externalId;
    }
}
