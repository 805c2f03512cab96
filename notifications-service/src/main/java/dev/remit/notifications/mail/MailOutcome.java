package dev.remit.notifications.mail;

/**
 * How one try went.
 *
 * @param failure what the mail server or the way there said; null where it was taken
 * @param forGood whether it makes no sense to try again
 */
record MailOutcome(String failure, boolean forGood) {
    static final MailOutcome TAKEN = new MailOutcome(null, false);

    boolean isTaken() {
        return failure == null;
    }

    /** As meters name it. */
    String name() {
        if (isTaken()) {
            return "sent";
        }
        return forGood ? "refused" : "failed";
    }
}
