package dev.remit.tickets.evidence;

import java.util.Map;

/** The words of a confidential ticket, which stay out of evidence also where they were written before it became so. */
public final class PrivilegedText {
    private PrivilegedText() {}

    /**
     * Whether a link's payload may have a ticket's title: in what a source told of it before it was confidential, of
     * which later links say only what changed, or as a ruling was given on it.
     */
    public static boolean isIn(Map<String, Object> payload) {
        boolean openSnapshot = EvidenceKind.SNAPSHOT.name().equals(payload.get("kind"))
                && !Boolean.TRUE.equals(payload.get("confidential"));
        return openSnapshot || (payload.get("ruling") instanceof Map<?, ?> ruling && hasTitle(ruling.get("inputs")));
    }

    private static boolean hasTitle(Object inputs) {
        return inputs instanceof Map<?, ?> members && members.containsKey("title");
    }
}
