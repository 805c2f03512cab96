package dev.remit.engines.sla;

import java.util.Set;

/** What a clock measures. */
public enum ClockKind {
    /** From creation to the first event that the agreement counts as a response. */
    RESPONSE(Set.of()),
    /** From creation to the plan. */
    PLAN(Set.of(WaitReason.CLIENT, WaitReason.RESPONSIBILITY, WaitReason.VENDOR)),
    /** From our last update, or the client's first unanswered message, to the next update; never before a response. */
    UPDATE(Set.of(WaitReason.CLIENT, WaitReason.RESPONSIBILITY)),
    /** From creation to the resolution. */
    RESOLUTION(Set.of(WaitReason.values()));

    private final Set<WaitReason> pausedByDefault;

    ClockKind(Set<WaitReason> pausedByDefault) {
        this.pausedByDefault = pausedByDefault;
    }

    /** The waits that pause this clock where the agreement's table does not say otherwise. */
    public Set<WaitReason> pausedByDefault() {
        return pausedByDefault;
    }
}
