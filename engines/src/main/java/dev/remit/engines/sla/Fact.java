package dev.remit.engines.sla;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** What an event says happened, with what that kind of event needs to know beside its time. */
public sealed interface Fact {
    /** The kind, which ranks events of the same instant. */
    EventKind kind();

    /**
     * The ticket came into being.
     *
     * @param answered whether the client had its response at that moment, as when staff typed in a telephone call
     */
    record Created(boolean answered) implements Fact {
        @Override
        public EventKind kind() {
            return EventKind.CREATED;
        }
    }

    /**
     * Something that needs no more than its kind.
     *
     * @param kind any kind that has no fact of its own here
     */
    record Happened(EventKind kind) implements Fact {
        private static final Set<EventKind> WITH_DETAIL = EnumSet.of(
                EventKind.CREATED,
                EventKind.PUBLIC_MESSAGE,
                EventKind.WAIT_STARTED,
                EventKind.WAIT_ENDED,
                EventKind.CANCELLED,
                EventKind.TERMS_CHANGED,
                EventKind.WAIT_DISALLOWED);

        public Happened {
            if (WITH_DETAIL.contains(kind)) {
                throw new IllegalArgumentException(kind + " needs its own fact");
            }
        }
    }

    /**
     * A member of staff wrote to the client.
     *
     * @param question whether the client was asked for something
     */
    record PublicMessage(boolean question) implements Fact {
        @Override
        public EventKind kind() {
            return EventKind.PUBLIC_MESSAGE;
        }
    }

    /**
     * A wait begins. While one of the same reason is under way this says nothing new, unless it gives another date or is
     * the first for which the client was asked: then it takes the place of the first.
     *
     * @param reason for what
     * @param until when it ends by itself, as work agreed for a later date or a quote that expires; null when only an
     *     event ends it, and always null for {@link WaitReason#CLIENT}, which has a rule of its own
     */
    record WaitStarted(WaitReason reason, Instant until) implements Fact {
        public WaitStarted {
            Objects.requireNonNull(reason, "reason");
            if (until != null && reason == WaitReason.CLIENT) {
                throw new IllegalArgumentException("a wait for the client has no date of its own: " + until);
            }
        }

        @Override
        public EventKind kind() {
            return EventKind.WAIT_STARTED;
        }
    }

    /**
     * The wait of that reason is over.
     *
     * @param reason which
     */
    record WaitEnded(WaitReason reason) implements Fact {
        public WaitEnded {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public EventKind kind() {
            return EventKind.WAIT_ENDED;
        }
    }

    /**
     * The ticket ended without a resolution.
     *
     * @param reason why; its clocks are left out of compliance and listed with it
     */
    record Cancelled(CancelReason reason) implements Fact {
        public Cancelled {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public EventKind kind() {
            return EventKind.CANCELLED;
        }
    }

    /**
     * A wait does not count, as if it had never begun: its time is the MSP's. It happened when the wait began, whenever it was
     * settled, so that a reading of any moment since has it.
     *
     * @param waitKey the key of the event that began it
     */
    record WaitDisallowed(String waitKey) implements Fact {
        public WaitDisallowed {
            Objects.requireNonNull(waitKey, "waitKey");
        }

        @Override
        public EventKind kind() {
            return EventKind.WAIT_DISALLOWED;
        }
    }

    /**
     * Other terms were pinned: another priority, agreement or calendar.
     *
     * @param terms those that hold from now on
     * @param newFactsFromClient whether the change rests on something that the client said only now; clocks start again
     *     only then, and only where the terms say {@link ChangePolicy#RESTART}
     */
    record TermsChanged(SlaTerms terms, boolean newFactsFromClient) implements Fact {
        public TermsChanged {
            Objects.requireNonNull(terms, "terms");
        }

        @Override
        public EventKind kind() {
            return EventKind.TERMS_CHANGED;
        }

        boolean restarts() {
            return newFactsFromClient && terms.onChange() == ChangePolicy.RESTART;
        }
    }
}
