package dev.remit.journeys.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Pages;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.demo.RemitApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Puts a question to each of those who can be asked what becomes of some work. */
public final class AnswerSources {
    private static final Duration HEARING = Duration.ofSeconds(20);

    private final RemitApi api;

    public AnswerSources(RemitApi api) {
        this.api = api;
    }

    /** Before there is a ticket. */
    public List<Piece> scopeCheck(Question question) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("clientCode", question.client());
        asked.put("item", question.ticket().item());
        asked.put("priority", question.ticket().priority());
        asked.put("ticketClass", question.ticket().ticketClass());
        asked.put("siteCode", question.ticket().site());
        asked.put("requesterName", question.ticket().requester().get("name"));
        asked.put("requesterEmail", question.ticket().requester().get("email"));
        asked.put("start", question.work().start().toString());
        asked.put("minutes", question.work().minutes());
        asked.put("workType", question.work().type());
        asked.putAll(question.work().more());
        asked.put("used", question.work().used());
        asked.put("units", question.work().units());
        asked.values().removeIf(Objects::isNull);
        JsonNode answer = api.as("desk").post("/api/contracts/v1/scope-checks", asked);
        return pieces(answer.path("pieces"));
    }

    /** As {@link #scopeCheck}, once it has heard of the work that was recorded before; else what it answers after a while. */
    public List<Piece> scopeCheckUntil(Question question, Predicate<List<Piece>> heard) {
        return Eventually.lastSeen(HEARING, () -> scopeCheck(question), heard);
    }

    /** Has the PSA send the ticket; tickets that share an included volume are ruled one after the other. */
    public void sendTicket(Question question) {
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("sourceUpdatedAt", question.work().start().toString());
        ticket.put("createdAt", question.work().start().toString());
        ticket.put("title", "A question");
        ticket.put("client", Map.of("code", question.client()));
        if (question.ticket().site() != null) {
            ticket.put("site", Map.of("code", question.ticket().site()));
        }
        if (!question.ticket().requester().isEmpty()) {
            ticket.put("requester", question.ticket().requester());
        }
        ticket.put("catalogueItem", question.ticket().item());
        ticket.put("priority", question.ticket().priority());
        ticket.put("ticketClass", question.ticket().ticketClass());
        ticket.put("status", "In Progress");
        api.as("psa-sync").put(Psa.TICKETS + question.key(), ticket);
        if (question.work().used() != null) {
            ruled(question);
        }
    }

    /** By the ticket's ruling, which knows nothing of when the work will be done; the pieces are told. */
    public List<Piece> ruling(Question question) {
        RulingReader reader = new RulingReader(ruled(question).at("/workItems/0/ruling/cases"));
        return question.answer().stream()
                .map(piece -> piece.isLabour() ? reader.judge(piece, question.work()) : piece)
                .toList();
    }

    private JsonNode ruled(Question question) {
        return Eventually.see(
                "the ruling of " + question,
                () -> api.as("desk").get(Psa.TICKETS + question.key()),
                ticket -> ticket.path("state").asText().equals("RULED"));
    }

    /** Before the work, by its ticket. */
    public List<Piece> estimate(Question question) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", "The work");
        line.put("workType", question.work().type());
        line.put("siteCode", question.ticket().site());
        line.put("start", question.work().start().toString());
        line.put("minutes", question.work().minutes());
        line.put("units", question.work().units());
        line.putAll(question.work().more());
        line.values().removeIf(Objects::isNull);
        String path = "/api/billing/v1/work-items/"
                + ruled(question).at("/workItems/0/id").asText() + "/estimates";
        return pieces(api.as("desk").post(path, Map.of("lines", List.of(line))).at("/lines/0/pieces"));
    }

    /** Has the desk count the units and the PSA send the time that was worked. */
    public void sendTime(Question question) {
        if (question.work().units() != null) {
            count(question);
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sourceUpdatedAt", question.work().end().toString());
        entry.put("ticket", Map.of("externalId", question.key()));
        entry.put("technician", Map.of("id", "dana", "name", "Dana Ruiz"));
        entry.put("workType", question.work().type());
        entry.put("start", question.work().start().toString());
        entry.put("end", question.work().end().toString());
        entry.putAll(question.work().more());
        api.as("psa-sync").put(Psa.TIME + question.key() + "-1", entry);
    }

    private void count(Question question) {
        JsonNode ticket = ruled(question);
        String path = "/api/tickets/v1/tickets/" + ticket.path("id").asText() + "/work-items/"
                + ticket.at("/workItems/0/id").asText() + "/quantity";
        api.as("desk").put(path, Map.of("count", question.work().units()));
    }

    /** What was billed, or would have been, by the ticket's key at its source. */
    public Map<String, List<Piece>> bills(List<Question> questions) {
        return Eventually.see(
                "the lines of " + questions.size() + " questions",
                () -> lines(questions.getFirst().client()),
                seen -> questions.stream()
                        .allMatch(question ->
                                seen.getOrDefault(question.key(), List.of()).size()
                                        >= question.answer().size()));
    }

    private Map<String, List<Piece>> lines(String client) {
        String path = "/api/billing/v1/extras?clientCode=" + client;
        List<JsonNode> lines = new ArrayList<>(Pages.all(api.as("finance"), path));
        lines.addAll(Pages.all(api.as("finance"), path + "&status=INCLUDED"));
        Map<String, List<Piece>> byTicket = new HashMap<>();
        lines.forEach(
                line -> byTicket.computeIfAbsent(line.at("/ticket/externalId").asText(), ticket -> new ArrayList<>())
                        .add(Piece.billed(line)));
        return byTicket;
    }

    private static List<Piece> pieces(JsonNode estimated) {
        List<Piece> pieces = new ArrayList<>();
        estimated.forEach(piece -> pieces.add(Piece.estimated(piece)));
        return pieces;
    }
}
