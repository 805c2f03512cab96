package dev.remit.engines.explanation;

import dev.remit.engines.sla.CancelReason;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.UpdateAfter;
import dev.remit.engines.sla.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the sentence of a statement, from nothing but its other parts. All English of the explanations is here.
 *
 * @param zone in which moments are told
 */
public record Sentences(ZoneId zone) {
    private static final Map<String, String> OWNERS = Map.of(
            "mspSeconds", "the MSP's",
            "clientSeconds", "the client's",
            "vendorSeconds", "a supplier's",
            "approvalSeconds", "spent on a quote's decision",
            "closedSeconds", "outside the hours of cover",
            "endedSeconds", "after an end");
    private static final List<String> OWNERS_IN_ORDER =
            List.of("mspSeconds", "clientSeconds", "vendorSeconds", "approvalSeconds", "closedSeconds", "endedSeconds");

    Statement complete(Statement said) {
        return new Statement(
                said.code(),
                said.at(),
                said.clock(),
                said.cycle(),
                said.event(),
                said.parameters(),
                new Sentence(said).text());
    }

    /** One statement on its way to words. */
    private final class Sentence {
        private final Statement said;

        Sentence(Statement said) {
            this.said = said;
        }

        String text() {
            return switch (said.code()) {
                case NO_TERMS -> "No agreement promises anything for this ticket.";
                case NO_TARGET -> clock() + " has no target: the agreement sets none for this priority.";
                case NOT_STARTED -> clock() + " has not begun: " + notYet() + ".";
                case NOT_RUN -> clock() + " is not run: only a message would stop it, and the source delivers none.";
                case STARTED -> clock() + " began on " + moment() + ", when " + event() + told() + ".";
                case ALLOWED -> "Allowed: " + allowed("allowed") + ".";
                case COUNTED_IN -> hours();
                case HOLIDAY ->
                    Words.date(LocalDate.parse(get("date"))) + " is a holiday by the agreement: no time counts.";
                case PAUSED -> paused();
                case CHANGED -> changed();
                case STOPPED -> stopped();
                case WENT_ON ->
                    clock() + " went on from " + moment() + ", when " + event() + told() + "; used before: "
                            + time("usedSeconds") + ".";
                case CANCELLED ->
                    clock() + " ended on " + moment() + " without a verdict, after " + time("usedSeconds")
                            + " of working time: " + cancelled() + told() + ".";
                case LATE -> clock() + " is late since " + moment() + ": " + lateBecause() + " " + whose();
                case DUE ->
                    "Due on " + moment() + " if nothing stops or pauses it before. Left: " + time("leftSeconds")
                            + " of working time, " + time("leftRealSeconds") + " of real time.";
                case DUE_IF_WAIT_LASTS ->
                    "Due on " + moment() + ", but only if " + conditional() + ". Left: " + time("leftSeconds")
                            + " of working time.";
                case NOT_DUE_WHILE_WAITING ->
                    "It has no due moment while " + waiting() + ". Left then: " + time("leftSeconds")
                            + " of working time.";
                case DID_NOT_STOP ->
                    onThatDay() + "That did not stop the " + said.clock() + " clock: " + noAnswer() + ".";
                case DID_NOT_EXTEND ->
                    onThatDay() + "That gives the " + said.clock() + " clock no more time: " + noMoreTime() + ".";
                case DID_NOT_PAUSE -> didNotPause();
                case WAIT_HAD_ITS_DAYS ->
                    "The wait for the client that began on " + moment("from") + " had its business days on " + moment()
                            + ". From then on the time is the MSP's, whatever the status says.";
                case DID_NOTHING -> onThatDay() + "That changed nothing: " + nothing() + ".";
            };
        }

        private String clock() {
            return "The " + said.clock() + " clock";
        }

        private String onThatDay() {
            return "On " + moment() + " " + event() + told() + ". ";
        }

        private String get(String name) {
            return said.parameters().get(name);
        }

        private boolean has(String name) {
            return said.parameters().containsKey(name);
        }

        private boolean is(String name, Enum<?> value) {
            return value.name().equals(get(name));
        }

        private String moment() {
            return Words.moment(said.at(), zone);
        }

        private String moment(String name) {
            return Words.moment(Instant.parse(get(name)), zone);
        }

        private String time(String name) {
            return Words.time(Long.parseLong(get(name)));
        }

        private String told() {
            return has(Draft.BY) ? " (" + get(Draft.BY) + ")" : "";
        }

        private String notYet() {
            return switch (get("awaits")) {
                case "FIRST_RESPONSE" -> "it begins with the first response";
                case "CLIENT_MESSAGE" -> "it begins when the client writes";
                default -> "the ticket ended before";
            };
        }

        private String event() {
            return switch (EventKind.valueOf(get("kind"))) {
                case CREATED -> "the ticket came in";
                case WAIT_ENDED -> "a wait was over";
                case CLIENT_CONTACT -> "the client wrote";
                case REOPENED -> "the ticket was reopened";
                case ASSIGNED -> "somebody took the ticket";
                case AUTOMATIC_MESSAGE -> "a machine answered the client";
                case INTERNAL_NOTE -> "somebody noted what the client does not see";
                case PUBLIC_MESSAGE -> "the MSP wrote to the client";
                case RESPONSE_STATUS -> "the source says that the client was answered";
                case PUBLIC_UPDATE -> "the MSP told the client how things stand";
                case PLAN_GIVEN -> "the MSP gave the plan";
                case WAIT_STARTED -> "a wait began";
                case RESOLVED -> "the ticket was resolved";
                case CLOSED -> "the ticket was closed";
                case CANCELLED -> "the ticket was called off";
                case TERMS_CHANGED -> "other terms came to hold" + fromTo();
                case WAIT_DISALLOWED -> "the client contested a wait, and was right";
            };
        }

        private String fromTo() {
            return has(Draft.WAS) && has(Draft.IS) ? ", " + get(Draft.WAS) + " became " + get(Draft.IS) : "";
        }

        private String allowed(String name) {
            String allowed = get(name);
            if (allowed == null) {
                return "no target";
            }
            if (allowed.startsWith("P")) {
                return Words.time(Duration.parse(allowed).toSeconds()) + " of working time";
            }
            String[] daysAndBy = allowed.split(" ", 2);
            String by = "CLOSE".equals(daysAndBy[1]) ? "the close" : daysAndBy[1];
            String open = has("allowedSeconds") ? ", which is " + time("allowedSeconds") + " of working time" : "";
            return "until " + by + " of business day " + daysAndBy[0] + open;
        }

        private String hours() {
            return "ALWAYS".equals(get("hours"))
                    ? "Time counts day and night."
                    : "Time counts " + get("hours") + " in " + get("zone") + ".";
        }

        private String reason() {
            return switch (WaitReason.valueOf(get("reason"))) {
                case CLIENT -> "waiting for the client";
                case RESPONSIBILITY -> "waiting for what the client owes";
                case VENDOR -> "waiting for a supplier";
                case APPROVAL -> "waiting for the decision on a quote";
                case SCHEDULED -> "put off to an agreed date";
            };
        }

        private String paused() {
            String until = has("to") ? " to " + moment("to") : " on";
            String notCounted = ". Not counted" + (has("to") ? "" : " so far") + ": " + time("openSeconds");
            return "Paused from " + moment() + until + ", " + reason() + told() + ended() + notCounted
                    + " of working time.";
        }

        private String ended() {
            return switch (get("end")) {
                case "CLIENT_ANSWERED" -> "; the client's message ended it, whatever the status says";
                case "LIMIT_REACHED" -> "; the wait had its business days";
                case "DATE_REACHED" -> "; the date came";
                case "TICKET_ENDED" -> "; the ticket ended";
                default -> "";
            };
        }

        private String changed() {
            String what = "From " + moment() + " on other terms hold" + fromTo() + told() + ": ";
            String kept = " instead of " + allowed("allowedBefore") + ". Kept: " + time("usedSeconds") + " used";
            return what + (has("allowed") ? allowed("allowed") : "no target, while time counts on,") + kept + notAnew()
                    + ".";
        }

        private String notAnew() {
            return switch (get("because")) {
                case "NO_NEW_FACTS" -> "; the clock does not begin anew, since the client said nothing new";
                case "NOT_SHORTER" -> "; the clock does not begin anew, since the target is not shorter";
                case null, default -> "";
            };
        }

        private String stopped() {
            String verdict = Boolean.parseBoolean(get("late")) ? "late" : "in time";
            return clock() + " stopped on " + moment() + ", when " + event() + told() + ": " + verdict + ", after "
                    + time("usedSeconds") + " of working time and " + time("realSeconds") + " of real time.";
        }

        private String cancelled() {
            return switch (CancelReason.valueOf(get("reason"))) {
                case MERGED -> "the ticket was merged into another";
                case DUPLICATE -> "the ticket says what another says already";
                case CANCELLED -> "the request was withdrawn";
                case SPAM -> "nobody asked for anything";
                case AGREEMENT_ENDED -> "the agreement ended";
                case SUPERSEDED -> "under the terms that hold now nothing is owed yet";
                case RESTARTED -> "it began anew under other terms" + fromTo();
                case NO_TARGET -> "no update is promised at this priority";
            };
        }

        private String lateBecause() {
            return Boolean.parseBoolean(get("byChange"))
                    ? "the terms that hold from then on left no time after " + time("usedSeconds") + " used."
                    : "it had used its " + time("usedSeconds") + " and " + missing() + ".";
        }

        private String missing() {
            return switch (said.clock()) {
                case RESPONSE -> "nobody had answered";
                case PLAN -> "no plan had been given";
                case UPDATE -> "the client had not heard from the MSP";
                case RESOLUTION -> "the ticket was not resolved";
            };
        }

        private String whose() {
            List<String> parts = new ArrayList<>();
            for (String owner : OWNERS_IN_ORDER) {
                if (has(owner) && !"0".equals(get(owner))) {
                    parts.add(time(owner) + " " + OWNERS.get(owner));
                }
            }
            return "Of the " + time("realSeconds") + " since it began: " + String.join(", ", parts) + ".";
        }

        private String conditional() {
            String until = moment("until");
            return switch (WaitReason.valueOf(get("reason"))) {
                case CLIENT ->
                    "the client does not answer before " + until
                            + ", when the wait has had its business days; an earlier answer makes it due earlier";
                case SCHEDULED -> "the date agreed stays " + until;
                default -> reason() + " lasts until " + until;
            };
        }

        private String waiting() {
            return is("reason", WaitReason.CLIENT) ? "the client does not answer" : "the ticket is " + reason();
        }

        private String noAnswer() {
            if (is("kind", EventKind.AUTOMATIC_MESSAGE)) {
                return "an automatic answer is no " + answer();
            }
            if (is("kind", EventKind.INTERNAL_NOTE)) {
                return "a note that the client does not see is no " + answer();
            }
            return "the agreement does not count it as a response";
        }

        private String answer() {
            return said.clock() == ClockKind.UPDATE ? "update" : "response";
        }

        private String noMoreTime() {
            return is("updateAfter", UpdateAfter.ALWAYS)
                    ? "an update is owed every so often, whoever wrote last"
                    : "it runs since the first message that stands unanswered";
        }

        private String didNotPause() {
            String wait = "Since " + moment() + " the ticket is " + reason() + told();
            return switch (get("because")) {
                case "NO_QUESTION" ->
                    wait + " by its status, but the client was asked nothing within " + time("questionWithinSeconds")
                            + " of it. So no clock pauses, and the time is the MSP's.";
                case "DISALLOWED" ->
                    wait + ". The client contested that, and was right. So no clock pauses, and the time is the MSP's.";
                default -> wait + ". That does not pause the " + said.clock() + " clock at this priority.";
            };
        }

        private String nothing() {
            return switch (get("because")) {
                case "WAITING_ALREADY" -> "that wait was under way already";
                case "ENDED_ALREADY" -> "the ticket had ended already";
                case "AGREEMENT_ENDED" -> "the agreement has ended, so its clocks do not go on";
                default -> "the ticket had not ended";
            };
        }
    }
}
