package dev.remit.notifications.letters;

import java.util.List;

/**
 * What a mail says, before it has a form.
 *
 * @param language as HTML names it
 * @param sections facts under headings of their own
 * @param link where to go on; null for nowhere
 * @param footer why its reader has it
 * @param unsubscribe where its kind is switched off; null where it cannot be
 */
public record Letter(
        String language,
        String subject,
        List<String> paragraphs,
        List<Section> sections,
        Link link,
        List<String> footer,
        Link unsubscribe) {

    /**
     * A table of facts.
     *
     * @param heading null where it needs none
     */
    public record Section(String heading, List<Fact> facts) {}

    /** A row of it. */
    public record Fact(String name, String value) {}

    /** An address and what leads there. */
    public record Link(String label, String address) {}
}
