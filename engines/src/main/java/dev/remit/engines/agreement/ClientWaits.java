package dev.remit.engines.agreement;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.sla.ClientWaitRule;
import java.time.Duration;

/**
 * When a wait for the client is the client's time, as a document says it.
 *
 * @param proof what shows that the client was asked; null for a question where the source delivers messages
 * @param questionWithinMinutes how near to the wait's start a public question must be, 0 to 10,080; null for a quarter of an hour
 * @param atMostBusinessDays business days after which the time is the MSP's again, 1 to 366; null for five
 * @param withoutLimit true where it never is; null elsewhere
 */
public record ClientWaits(
        ClientWaitRule.Proof proof, Integer questionWithinMinutes, Integer atMostBusinessDays, Boolean withoutLimit) {
    private static final int A_WEEK = 7 * 24 * 60;

    /** Checks the bounds. */
    public ClientWaits {
        if (questionWithinMinutes != null && (questionWithinMinutes < 0 || questionWithinMinutes > A_WEEK)) {
            throw new InvalidInput("questionWithinMinutes", "must be from 0 to " + A_WEEK);
        }
        if (Boolean.TRUE.equals(withoutLimit) && atMostBusinessDays != null) {
            throw new InvalidInput("atMostBusinessDays", "cannot be there where waits have no limit");
        }
        rule(proof, questionWithinMinutes, atMostBusinessDays, withoutLimit);
    }

    /** What the clocks go by. */
    public ClientWaitRule rule() {
        return rule(proof, questionWithinMinutes, atMostBusinessDays, withoutLimit);
    }

    private static ClientWaitRule rule(
            ClientWaitRule.Proof proof,
            Integer questionWithinMinutes,
            Integer atMostBusinessDays,
            Boolean withoutLimit) {
        ClientWaitRule usual = ClientWaitRule.USUAL;
        Integer days = atMostBusinessDays == null ? usual.businessDays() : atMostBusinessDays;
        try {
            return new ClientWaitRule(
                    proof == null ? usual.proof() : proof,
                    questionWithinMinutes == null ? usual.questionWithin() : Duration.ofMinutes(questionWithinMinutes),
                    Boolean.TRUE.equals(withoutLimit) ? null : days);
        } catch (InvalidInput fault) {
            throw new InvalidInput("atMostBusinessDays", fault.problem());
        }
    }
}
