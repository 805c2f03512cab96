package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.scope.RulingCases.Judgement;

/** Which facts a line rests on. */
public sealed interface Basis {

    /**
     * Its entry and ruling as they are.
     *
     * @param judgement of the piece of work that the line is of; null while there is no ruling
     * @param pricedBy null where nothing could be rated
     * @param approval the first approved quote of its work item; null where there is none
     * @param late the entry became known after a cut-off of its date
     */
    record Present(Judgement judgement, SignedVersion pricedBy, ApprovedQuote approval, boolean late)
            implements Basis {}

    /** What it rested on before. */
    record Kept() implements Basis {}

    /**
     * What the published line rests on of which it releases a part.
     *
     * @param approval the quote that released it; null where no cap is left
     */
    record Released(ApprovedQuote approval) implements Basis {}

    /** What the published line rests on that it reverses. It is late. */
    record Reversed() implements Basis {}
}
