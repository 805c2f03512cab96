package dev.remit.engines.explanation;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.WaitReading;
import dev.remit.engines.sla.WaitReason;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * What a due moment rests on while a wait pauses the clock: that the wait lasts as long as it may.
 *
 * @param reason for what is waited
 * @param until when the wait is over by itself
 */
public record DueCondition(WaitReason reason, Instant until) {

    /** Of a clock; empty where it has no due moment, or one that rests on no wait. */
    public static Optional<DueCondition> of(SlaAccount account, ClockKind kind) {
        CycleReading cycle = account.reading().clock(kind).current();
        return cycle == null || cycle.state() != ClockState.PAUSED || cycle.due() == null
                ? Optional.empty()
                : last(account, kind).map(wait -> new DueCondition(wait.reason(), wait.to()));
    }

    /** Of the waits that pause a clock the one that is over last by itself. */
    static Optional<WaitReading> last(SlaAccount account, ClockKind kind) {
        long now = account.reading().asOf().getEpochSecond();
        Set<WaitReason> pausing =
                account.steps().getLast().termsAfter().clock(kind).pausedBy();
        return account.reading().waits().stream()
                .filter(wait -> pausing.contains(wait.reason()) && wait.to() != null)
                .filter(wait -> wait.from().getEpochSecond() <= now && wait.to().getEpochSecond() > now)
                .max(Comparator.comparing(WaitReading::to)
                        .thenComparing(WaitReading::reason, Comparator.reverseOrder()));
    }
}
