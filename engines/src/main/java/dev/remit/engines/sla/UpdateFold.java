package dev.remit.engines.sla;

/**
 * The update clock, which repeats. Nothing is owed before the first response, where one is promised; then, by the terms,
 * an update every so often or one after the client's first unanswered message.
 */
final class UpdateFold extends ClockFold {
    private boolean responded;
    /** Whether the client wrote last. The request itself is the first message. */
    private boolean unanswered = true;

    UpdateFold(SlaTerms pinned, FoldWitness witness) {
        super(ClockKind.UPDATE, pinned, witness);
    }

    @Override
    void begin(String key, long at, boolean answered) {
        responded = answered;
        unanswered = !answered;
        openIfOwed(key, at);
    }

    /** Something came that the agreement counts as a response: the first one answers what was asked before it. */
    void respond() {
        unanswered &= responded || isRunning();
        responded = true;
    }

    /** The client heard from us. */
    void update(String key, long at) {
        unanswered = false;
        super.stop(key, at);
    }

    void clientWrote() {
        unanswered = true;
    }

    /** What was said after the end, and tells at a reopening who wrote last. */
    void noteAfterTheEnd(EventKind kind) {
        switch (kind) {
            case CLIENT_CONTACT -> unanswered = true;
            case PUBLIC_MESSAGE, PUBLIC_UPDATE -> unanswered = false;
            default -> {}
        }
    }

    /** The ticket was resolved, which the client hears of. */
    @Override
    void stop(String key, long at) {
        responded = true;
        unanswered = false;
        super.stop(key, at);
    }

    @Override
    void reopen(String key, long at) {
        openIfOwed(key, at);
    }

    @Override
    void change(SlaTerms changed, String key, long at, boolean restart) {
        use(changed);
        if (!hasTarget()) {
            cancel(CancelReason.NO_TARGET, at);
        } else if (!isOwed()) {
            cancel(CancelReason.SUPERSEDED, at);
        } else if (isRunning()) {
            super.change(changed, key, at, restart);
        }
        openIfOwed(key, at);
    }

    /** Opens a cycle where something is owed and none is under way. */
    void openIfOwed(String key, long at) {
        if (!isRunning() && hasTarget() && isOwed()) {
            open(key, at);
        }
    }

    private boolean hasTarget() {
        return terms().clock(ClockKind.UPDATE).hasTarget();
    }

    private boolean isOwed() {
        boolean responseFirst = terms().clock(ClockKind.RESPONSE).hasTarget() && !responded;
        return !responseFirst && (terms().updateAfter() == UpdateAfter.ALWAYS || unanswered);
    }
}
