package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes down what happens while a ticket is folded. */
final class FoldRecorder implements FoldWitness {
    private final List<Step> steps = new ArrayList<>();
    private final List<PausedStretch> pauses = new ArrayList<>();
    private final List<OwnedStretch> stretches = new ArrayList<>();
    private Step taken;
    private List<Effect> effects = new ArrayList<>();

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public void takes(SlaEvent event, long at, SlaTerms terms, Set<ClockKind> running, boolean ended) {
        finish();
        taken = new Step(event, Instant.ofEpochSecond(at), terms, running, ended, List.of());
        effects = new ArrayList<>();
    }

    private void finish() {
        if (taken != null) {
            steps.add(new Step(taken.event(), taken.at(), taken.terms(), taken.running(), taken.ended(), effects));
        }
    }

    @Override
    public void saw(Effect effect) {
        effects.add(effect);
    }

    @Override
    public void paused(ClockKind clock, String cycle, long from, long to, int reasons, CompiledCalendar calendar) {
        for (WaitReason reason : WaitReason.values()) {
            if ((reasons & ActiveWaits.bit(reason)) != 0) {
                add(PausedStretch.of(clock, cycle, reason, from, to, calendar));
            }
        }
    }

    private void add(PausedStretch stretch) {
        for (int i = pauses.size() - 1; i >= 0; i--) {
            if (pauses.get(i).goesOnIn(stretch)) {
                pauses.set(i, pauses.get(i).with(stretch));
                return;
            }
        }
        pauses.add(stretch);
    }

    @Override
    public void owned(long from, long to, Owner owner, CompiledCalendar calendar) {
        stretches.add(new OwnedStretch(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to), owner, calendar));
    }

    SlaAccount account(SlaReading reading) {
        finish();
        return new SlaAccount(reading, steps, pauses, stretches);
    }
}
