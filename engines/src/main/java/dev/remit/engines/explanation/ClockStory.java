package dev.remit.engines.explanation;

import dev.remit.engines.calendar.WorkingCalendar;
import dev.remit.engines.sla.ChangePolicy;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.ClockTerms;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.Effect;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.PausedStretch;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.Step;
import dev.remit.engines.sla.Target;
import dev.remit.engines.sla.WaitReading;
import dev.remit.engines.sla.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells what happened to one clock, cycle by cycle. */
final class ClockStory {
    private final SlaAccount account;
    private final ClockReading clock;
    private final ClockKind kind;
    private final Map<String, EventNote> notes;
    private final Sentences sentences;
    private final List<Statement> told = new ArrayList<>();
    private Target allowed;
    private WorkingCalendar hours;

    ClockStory(SlaAccount account, ClockReading clock, Map<String, EventNote> notes, Sentences sentences) {
        this.account = account;
        this.clock = clock;
        this.kind = clock.kind();
        this.notes = notes;
        this.sentences = sentences;
    }

    List<Statement> tell() {
        for (CycleReading cycle : clock.cycles()) {
            new Cycle(cycle).tell();
        }
        return List.copyOf(told);
    }

    private ClockTerms termsAfter(Step step) {
        return step.termsAfter().clock(kind);
    }

    /** One cycle of the clock. */
    private final class Cycle {
        private final CycleReading cycle;
        private final List<Step> steps;
        private final List<Statement> inTime = new ArrayList<>();

        Cycle(CycleReading cycle) {
            this.cycle = cycle;
            this.steps = account.steps().stream()
                    .filter(step -> !effects(step).isEmpty())
                    .toList();
        }

        private List<Effect> effects(Step step) {
            return step.effects().stream()
                    .filter(effect -> effect.clock() == kind && effect.cycle().equals(cycle.key()))
                    .toList();
        }

        private Draft draft(StatementCode code) {
            return new Draft(code).of(kind, cycle.key());
        }

        private void say(Draft draft) {
            told.add(draft.in(sentences));
        }

        void tell() {
            for (Step step : steps) {
                effects(step).forEach(effect -> tell(step, effect));
            }
            account.pauses().stream()
                    .filter(stretch ->
                            stretch.clock() == kind && stretch.cycle().equals(cycle.key()))
                    .forEach(this::tellPause);
            if (cycle.breachedAt() != null) {
                tellBreach();
            }
            inTime.sort(Comparator.comparing(Statement::at));
            told.addAll(inTime);
            tellDue();
        }

        private void tell(Step step, Effect effect) {
            switch (effect.what()) {
                case BEGUN -> begin(step);
                case STOPPED ->
                    inTime.add(by(step, draft(StatementCode.STOPPED))
                            .with("usedSeconds", effect.consumedSeconds())
                            .with("realSeconds", seconds(cycle.startedAt(), step.at()))
                            .with("late", effect.late())
                            .in(sentences));
                case CANCELLED ->
                    inTime.add(by(step, draft(StatementCode.CANCELLED))
                            .with("usedSeconds", effect.consumedSeconds())
                            .with("reason", effect.cancelledFor())
                            .in(sentences));
                case RESUMED -> {
                    inTime.add(by(step, draft(StatementCode.WENT_ON))
                            .with("usedSeconds", effect.consumedSeconds())
                            .in(sentences));
                    change(step, effect);
                }
                case CARRIED -> change(step, effect);
            }
        }

        private Draft by(Step step, Draft draft) {
            String key = step.event().key();
            return draft.at(step.at())
                    .with("kind", step.event().kind())
                    .by(key, notes.getOrDefault(key, EventNote.NONE));
        }

        private void begin(Step step) {
            say(by(step, draft(StatementCode.STARTED)));
            ClockTerms terms = termsAfter(step);
            if (!Objects.equals(allowed, terms.target())) {
                say(allow(draft(StatementCode.ALLOWED), terms));
            }
            tellHours(terms, null);
            allowed = terms.target();
            holidays();
        }

        private Draft allow(Draft draft, ClockTerms terms) {
            draft.with("allowed", Words.allowed(terms.target()));
            long open = terms.hasTarget() ? terms.targetSeconds(cycle.startedAt()) : Target.NEVER;
            return open == Target.NEVER ? draft : draft.with("allowedSeconds", open);
        }

        private void tellHours(ClockTerms terms, Instant from) {
            WorkingCalendar calendar = terms.calendar().calendar();
            if (calendar.equals(hours)) {
                return;
            }
            hours = calendar;
            Draft draft = draft(StatementCode.COUNTED_IN)
                    .at(from)
                    .with("hours", Words.hours(calendar))
                    .with("zone", calendar.zone());
            if (from == null) {
                say(draft);
            } else {
                inTime.add(draft.in(sentences));
            }
        }

        /** Those between the start and the moment at which it is due or ended, by the hours that hold last. */
        private void holidays() {
            WorkingCalendar calendar =
                    termsAfter(account.steps().getLast()).calendar().calendar();
            Instant until = Optional.ofNullable(cycle.due()).orElseGet(this::lastMoment);
            calendar.holidaysOnOpenDays(
                            LocalDate.ofInstant(cycle.startedAt(), calendar.zone()),
                            LocalDate.ofInstant(until, calendar.zone()))
                    .forEach(date -> say(draft(StatementCode.HOLIDAY).with("date", date)));
        }

        private Instant lastMoment() {
            return cycle.endedAt() == null ? account.reading().asOf() : cycle.endedAt();
        }

        private void change(Step step, Effect effect) {
            ClockTerms after = termsAfter(step);
            if (!Objects.equals(allowed, after.target())) {
                inTime.add(allow(by(step, draft(StatementCode.CHANGED)), after)
                        .with("allowedBefore", Words.allowed(allowed))
                        .with("usedSeconds", effect.consumedSeconds())
                        .with("because", notAnew(step))
                        .in(sentences));
                allowed = after.target();
            }
            tellHours(after, step.at());
        }

        /** Why the clock does not begin anew under terms that may have it so; null under others. */
        private String notAnew(Step step) {
            if (!(step.event().fact() instanceof Fact.TermsChanged change)
                    || change.terms().onChange() != ChangePolicy.RESTART) {
                return null;
            }
            return change.newFactsFromClient() ? "NOT_SHORTER" : "NO_NEW_FACTS";
        }

        private void tellPause(PausedStretch stretch) {
            WaitReading begun = wait(stretch.reason(), stretch.from());
            boolean goesOn = cycle.pausedBy() != null && stretch.to().getEpochSecond() == asOf();
            inTime.add(draft(StatementCode.PAUSED)
                    .at(stretch.from())
                    .by(begun.key(), notes.getOrDefault(begun.key(), EventNote.NONE))
                    .with("reason", stretch.reason())
                    .with("from", stretch.from())
                    .with("to", goesOn ? null : stretch.to())
                    .with("openSeconds", stretch.openSeconds())
                    .with("end", goesOn ? WaitReading.End.OPEN.name() : end(stretch))
                    .in(sentences));
        }

        /** Why it did not go on; CLOCK where the wait did, and the clock or its terms did not. */
        private String end(PausedStretch stretch) {
            return account.reading().waits().stream()
                    .filter(wait ->
                            wait.reason() == stretch.reason() && stretch.to().equals(wait.to()) && wait.counts())
                    .filter(wait -> wait.from().isBefore(stretch.to()))
                    .map(wait -> wait.end().name())
                    .findFirst()
                    .orElse("CLOCK");
        }

        private WaitReading wait(WaitReason reason, Instant at) {
            return account.reading().waits().stream()
                    .filter(wait -> wait.reason() == reason && covers(wait, at.getEpochSecond()))
                    .findFirst()
                    .orElseThrow();
        }

        private boolean covers(WaitReading wait, long second) {
            return wait.from().getEpochSecond() <= second
                    && (wait.to() == null || wait.to().getEpochSecond() > second);
        }

        private long asOf() {
            return account.reading().asOf().getEpochSecond();
        }

        private void tellBreach() {
            Instant due = cycle.breachedAt();
            Step last = steps.stream()
                    .filter(step -> !step.at().isAfter(due))
                    .reduce((one, other) -> other)
                    .orElseThrow();
            Effect effect = effects(last).getLast();
            boolean byChange = last.at().equals(due) && effect.what() != Effect.What.BEGUN && isOver(last, effect);
            inTime.add(draft(StatementCode.LATE)
                    .at(due)
                    .with("byChange", byChange)
                    .with("usedSeconds", byChange ? effect.consumedSeconds() : target(due))
                    .with(account.seconds(cycle.startedAt(), due))
                    .in(sentences));
        }

        /** Whether the terms that hold after a step have no time left. */
        private boolean isOver(Step step, Effect effect) {
            ClockTerms terms = termsAfter(step);
            return terms.hasTarget() && terms.targetSeconds(cycle.startedAt()) < effect.consumedSeconds();
        }

        private long target(Instant at) {
            return steps.stream()
                    .filter(step -> step.at().isBefore(at) || step.at().equals(cycle.startedAt()))
                    .map(ClockStory.this::termsAfter)
                    .filter(ClockTerms::hasTarget)
                    .reduce((one, other) -> other)
                    .map(terms -> terms.targetSeconds(cycle.startedAt()))
                    .orElseThrow();
        }

        private void tellDue() {
            if (cycle.endedAt() != null) {
                return;
            }
            if (cycle.state() == ClockState.RUNNING && cycle.due() != null) {
                say(due(StatementCode.DUE));
            } else if (cycle.state() == ClockState.PAUSED && cycle.due() != null) {
                WaitReading last = lastPause();
                say(due(StatementCode.DUE_IF_WAIT_LASTS)
                        .with("reason", last.reason())
                        .with("until", last.to()));
            } else if (cycle.state() == ClockState.PAUSED) {
                say(draft(StatementCode.NOT_DUE_WHILE_WAITING)
                        .with("reason", cycle.pausedBy())
                        .with("leftSeconds", cycle.remainingSeconds()));
            }
        }

        private Draft due(StatementCode code) {
            return draft(code)
                    .at(cycle.due())
                    .with("leftSeconds", cycle.remainingSeconds())
                    .with("leftRealSeconds", seconds(account.reading().asOf(), cycle.due()));
        }

        /** Of the waits that pause it the one that is over last. */
        private WaitReading lastPause() {
            return DueCondition.last(account, kind).orElseThrow();
        }

        private long seconds(Instant from, Instant to) {
            return Duration.between(Instant.ofEpochSecond(from.getEpochSecond()), to)
                    .toSeconds();
        }
    }
}
