package dev.remit.kit.access;

import java.time.Instant;
import java.util.UUID;

/**
 * One request that is put on record.
 *
 * @param subject the account's id; null for a request whose signature was wrong
 * @param login null where the token has none
 * @param client the code of the client in the token; null for the MSP's people and machines
 * @param address from which it came, as the gateway says; null where it did not come through the gateway
 * @param operation its id in the API document, or the method for what was refused before an operation was found
 * @param object the path without its query
 * @param status of the answer
 */
record Access(
        UUID id,
        UUID tenant,
        Instant at,
        String subject,
        String login,
        String client,
        String address,
        String operation,
        String object,
        int status,
        String requestId) {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_OBJECT = 500;

    Access {
        subject = cut(subject, LONGEST_NAME);
        login = cut(login, LONGEST_NAME);
        client = cut(client, LONGEST_NAME);
        address = cut(address, LONGEST_ADDRESS);
        operation = cut(operation, LONGEST_NAME);
        object = cut(object, LONGEST_OBJECT);
        requestId = cut(requestId, LONGEST_NAME);
    }

    static boolean isRefusal(int status) {
        return status == 401 || status == 403;
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
