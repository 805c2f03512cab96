package dev.remit.tickets.evidence;

import java.util.Map;

/** The words of a confidential ticket, which stay out of evidence also where they were written before it became so. */
public final class PrivilegedText {
    private PrivilegedText() {}

    /** Whether a link's payload has a ticket's title: as a source told it, or as a ruling was given on it. */
    public static boolean isIn(Map<String, Object> payload) {
        return hasTitle(payload.get("facts"))
                || (payload.get("ruling") instanceof Map<?, ?> ruling && hasTitle(ruling.get("inputs")));
    }

    private static boolean hasTitle(Object facts) {
        return facts instanceof Map<?, ?> members && members.containsKey("title");
    }
}
