package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.terms.ClientWaits;
import dev.remit.engines.sla.ClientWaitRule;

/** When a wait for the client is the client's time, in words. */
final class ClientWaitsText {
    private ClientWaitsText() {}

    private static final ClientWaits USUAL = new ClientWaits(null, null, null, null);

    /** @param said null for what is usual, as is each member that is not said */
    static String of(ClientWaits said) {
        ClientWaits waits = said == null ? USUAL : said;
        ClientWaitRule usual = ClientWaitRule.USUAL;
        ClientWaitRule.Proof proof = waits.proof() == null ? usual.proof() : waits.proof();
        long minutes = waits.questionWithinMinutes() == null
                ? usual.questionWithin().toMinutes()
                : waits.questionWithinMinutes();
        int days = waits.atMostBusinessDays() == null ? usual.businessDays() : waits.atMostBusinessDays();
        String question = "a question that you can read was sent within " + Words.minutes(minutes) + " of it";
        String shown =
                switch (proof) {
                    case STATUS -> "The status of a ticket shows that we wait for you";
                    case QUESTION -> "We wait for you where the status says so and " + question;
                    case QUESTION_WHERE_SEEN ->
                        "We wait for you where the status says so and, where messages reach us, " + question;
                };
        String limit = Boolean.TRUE.equals(waits.withoutLimit())
                ? ", however long that lasts."
                : ", for at most " + Words.count(days, "business day") + "; after that the time is ours again.";
        return shown + ". Until your next message that time is yours" + limit;
    }
}
