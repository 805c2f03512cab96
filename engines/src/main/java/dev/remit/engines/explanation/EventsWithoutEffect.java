package dev.remit.engines.explanation;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.Step;
import dev.remit.engines.sla.UpdateAfter;
import dev.remit.engines.sla.WaitReading;
import dev.remit.engines.sla.WaitReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells what events did not do, where somebody may think that they did. */
final class EventsWithoutEffect {
    private final SlaAccount account;
    private final Map<String, EventNote> notes;
    private final Sentences sentences;
    private final Map<String, WaitReading> waits = new HashMap<>();
    private final List<Statement> told = new ArrayList<>();

    EventsWithoutEffect(SlaAccount account, Map<String, EventNote> notes, Sentences sentences) {
        this.account = account;
        this.notes = notes;
        this.sentences = sentences;
        account.reading().waits().forEach(wait -> waits.putIfAbsent(wait.key(), wait));
    }

    List<Statement> tell() {
        List<Step> steps = account.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean endedAfter = i + 1 < steps.size()
                    ? steps.get(i + 1).ended()
                    : account.reading().owner() == Owner.ENDED;
            if (step.ended()) {
                tellOfEnded(step, endedAfter);
            } else {
                tellOfOpen(step);
            }
        }
        return List.copyOf(told);
    }

    private void tellOfEnded(Step step, boolean endedAfter) {
        switch (step.event().kind()) {
            case RESOLVED, CLOSED -> nothing(step, "ENDED_ALREADY");
            case REOPENED -> {
                if (endedAfter) {
                    nothing(step, "AGREEMENT_ENDED");
                }
            }
            default -> {}
        }
    }

    private void tellOfOpen(Step step) {
        switch (step.event().fact()) {
            case Fact.WaitStarted started -> tellOfWait(step, started.reason());
            case Fact.PublicMessage message -> notAResponse(step);
            case Fact.Happened(EventKind kind) -> {
                switch (kind) {
                    case AUTOMATIC_MESSAGE, INTERNAL_NOTE -> {
                        notStopped(step, ClockKind.RESPONSE);
                        notStopped(step, ClockKind.UPDATE);
                    }
                    case RESPONSE_STATUS, PUBLIC_UPDATE, ASSIGNED -> notAResponse(step);
                    case CLIENT_CONTACT -> notExtended(step);
                    case REOPENED -> nothing(step, "NOT_ENDED");
                    default -> {}
                }
            }
            default -> {}
        }
    }

    private static boolean owes(Step step, ClockKind kind) {
        return step.running().contains(kind) && step.terms().clock(kind).hasTarget();
    }

    private void notAResponse(Step step) {
        if (!step.terms().responseEvents().contains(step.event().kind())) {
            notStopped(step, ClockKind.RESPONSE);
        }
    }

    private void notStopped(Step step, ClockKind kind) {
        if (owes(step, kind)) {
            say(by(step, StatementCode.DID_NOT_STOP).of(kind, null));
        }
    }

    private void notExtended(Step step) {
        if (owes(step, ClockKind.UPDATE)) {
            UpdateAfter after = step.terms().updateAfter();
            say(by(step, StatementCode.DID_NOT_EXTEND)
                    .of(ClockKind.UPDATE, null)
                    .with("updateAfter", after));
        }
    }

    private void tellOfWait(Step step, WaitReason reason) {
        WaitReading wait = waits.get(step.event().key());
        if (wait == null) {
            nothing(step, "WAITING_ALREADY");
            return;
        }
        if (wait.counts()) {
            notListed(step, reason);
            if (wait.end() == WaitReading.End.LIMIT_REACHED) {
                say(by(step, StatementCode.WAIT_HAD_ITS_DAYS).at(wait.to()).with("from", wait.from()));
            }
        } else if (pausesAny(step, reason)) {
            say(by(step, StatementCode.DID_NOT_PAUSE)
                    .with("reason", reason)
                    .with("because", wait.end())
                    .with(
                            "questionWithinSeconds",
                            wait.end() == WaitReading.End.NO_QUESTION
                                    ? step.terms()
                                            .clientWaits()
                                            .questionWithin()
                                            .toSeconds()
                                    : null));
        }
    }

    private static boolean pausesAny(Step step, WaitReason reason) {
        SlaTerms terms = step.terms();
        return step.running().stream()
                .anyMatch(
                        kind -> owes(step, kind) && terms.clock(kind).pausedBy().contains(reason));
    }

    private void notListed(Step step, WaitReason reason) {
        for (ClockKind kind : ClockKind.values()) {
            boolean usual = kind.pausedByDefault().contains(reason);
            if (usual
                    && owes(step, kind)
                    && !step.terms().clock(kind).pausedBy().contains(reason)) {
                say(by(step, StatementCode.DID_NOT_PAUSE)
                        .of(kind, null)
                        .with("reason", reason)
                        .with("because", "NOT_LISTED"));
            }
        }
    }

    private void nothing(Step step, String because) {
        say(by(step, StatementCode.DID_NOTHING).with("because", because));
    }

    private Draft by(Step step, StatementCode code) {
        String key = step.event().key();
        return new Draft(code)
                .at(step.at())
                .with("kind", step.event().kind())
                .by(key, notes.getOrDefault(key, EventNote.NONE));
    }

    private void say(Draft draft) {
        told.add(draft.in(sentences));
    }
}
