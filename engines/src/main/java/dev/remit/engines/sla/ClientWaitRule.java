package dev.remit.engines.sla;

import dev.remit.engines.InvalidInput;
import java.time.Duration;
import java.util.Objects;

/**
 * When a wait for the client is the client's time. It also ends at the client's next message, whatever the status says.
 *
 * @param proof what shows that the client was asked, never null
 * @param questionWithin how far before or after the wait's start a public question must have been sent for the wait to
 *     count, where one is asked for; never null
 * @param businessDays business days of the resolution calendar after which the wait becomes the MSP's time, 1 to 366;
 *     null when it never does
 */
public record ClientWaitRule(Proof proof, Duration questionWithin, Integer businessDays) {

    /** What shows that the client was asked. */
    public enum Proof {
        /** The status is believed. */
        STATUS,
        /** A public question near the status. */
        QUESTION,
        /** A public question where the source delivers messages; elsewhere the status is believed. */
        QUESTION_WHERE_SEEN
    }

    private static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);

    /** A question within 15 minutes where messages are delivered, and five business days. */
    public static final ClientWaitRule USUAL = new ClientWaitRule(Proof.QUESTION_WHERE_SEEN, QUARTER_OF_AN_HOUR, 5);

    /** Every wait counts until it is ended. */
    public static final ClientWaitRule AS_RECORDED = new ClientWaitRule(Proof.STATUS, QUARTER_OF_AN_HOUR, null);

    private static final int MOST_DAYS = 366;

    /**
     * Checks both limits.
     *
     * @throws InvalidInput when one is out of bounds
     */
    public ClientWaitRule {
        Objects.requireNonNull(proof, "proof");
        Objects.requireNonNull(questionWithin, "questionWithin");
        if (questionWithin.isNegative()) {
            throw new InvalidInput("questionWithin", "must not be negative: " + questionWithin);
        }
        if (businessDays != null && (businessDays < 1 || businessDays > MOST_DAYS)) {
            throw new InvalidInput("businessDays", "must be 1 to " + MOST_DAYS + ": " + businessDays);
        }
    }

    /** What a wait on a ticket of such a source is judged by. */
    WaitProof judgedBy(MessageDelivery delivery) {
        return switch (proof) {
            case STATUS -> WaitProof.STATUS;
            case QUESTION -> WaitProof.QUESTION;
            case QUESTION_WHERE_SEEN -> delivery == MessageDelivery.DELIVERED ? WaitProof.QUESTION : WaitProof.STATUS;
        };
    }
}
