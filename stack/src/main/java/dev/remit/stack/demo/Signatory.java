package dev.remit.stack.demo;

/**
 * Who signs for a client.
 *
 * @param user their login
 * @param name as the client's list of approvers has it
 * @param title in which they sign
 * @param scan name of the demo's file with their signature on paper; null where they sign with their own account
 */
public record Signatory(String user, String name, String title, String scan) {

    /** Somebody who signs with their own account. */
    public Signatory(String user, String name, String title) {
        this(user, name, title, null);
    }
}
