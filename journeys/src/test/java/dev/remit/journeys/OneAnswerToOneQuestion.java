package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.journeys.answers.Amendments;
import dev.remit.journeys.answers.AnswerSources;
import dev.remit.journeys.answers.Piece;
import dev.remit.journeys.answers.Question;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import dev.remit.stack.demo.Signatory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What becomes of some work is asked of the scope check, the ruling, the estimate and the bill, and each answers what was
 * worked out apart from the engines.
 */
class OneAnswerToOneQuestion {
    private static final int FEWEST_QUESTIONS = 270;
    private static final String FIRM = "whitfield-crane";
    private static final Map<String, ZoneId> ZONES = Map.of(
            FIRM,
            ZoneId.of("America/New_York"),
            "broad-street",
            ZoneId.of("America/New_York"),
            "annex",
            ZoneId.of("America/Chicago"));
    private static final List<String> MONTHS =
            List.of("2026-01", "2026-02", "2026-03", "2026-04", "2026-06", "2026-07", "2026-08");

    /** Of whose volumes all work takes in its order. */
    private static final String COUNTED = "2026-04";

    private static RemitApi api;
    private static AnswerSources askers;

    @BeforeAll
    static void start() {
        api = JourneyStack.ownTenant();
        askers = new AnswerSources(api);
        addSite();
        nameRoles();
        Amendments amendments =
                new Amendments(api, FIRM, new Signatory("partner", "Eleanor Whitfield", "Managing partner"));
        amendments.addRate("ONSITE", "SENIOR", "200.00");
        for (String month : MONTHS) {
            amendments.sign("/answers/" + month + ".json");
        }
        amendments.signAddendum("/answers/2026-07-back-up.json");
        amendments.signAddendum("/answers/2026-07-annex.json");
        amendments.signAddendum("/answers/2026-07-office-move.json");
        addItem();
        new SandboxClock(api).moveTo(Instant.parse("2026-12-01T00:00:00Z"));
    }

    private static void addSite() {
        String path = "/api/contracts/v1/clients/" + FIRM;
        ObjectNode client = (ObjectNode) api.as("owner").get(path);
        ((ArrayNode) client.path("sites"))
                .addObject()
                .put("code", "annex")
                .put("name", "Annex in Chicago")
                .put("timeZone", "America/Chicago");
        client.retain("name", "timeZone", "currency", "legal", "sites", "approvers", "contacts", "externalRefs");
        api.as("owner").put(path, client, api.as("owner").etag(path));
    }

    /** Which no signed version knows. */
    private static void addItem() {
        api.as("owner")
                .post(
                        "/api/contracts/v1/catalogue/items",
                        Map.of("code", "vpn-set-up", "name", "Set-up of a VPN", "category", "support"));
    }

    private static void nameRoles() {
        JsonNode connection = api.as("owner").get("/api/tickets/v1/connections").at("/items/0");
        String path = "/api/tickets/v1/connections/" + connection.path("id").asText();
        ObjectNode body = (ObjectNode) connection;
        body.retain("messages", "priorities", "statuses", "ticketClasses", "channels", "workTypes", "roles");
        for (String word : List.of("P1", "P2", "P3", "P4")) {
            ((ObjectNode) body.path("priorities")).put(word, word);
        }
        for (String word : List.of("REQUEST", "PROJECT")) {
            ((ObjectNode) body.path("ticketClasses")).put(word, word);
        }
        for (String word : List.of("ONSITE", "REMOTE")) {
            ((ObjectNode) body.path("workTypes")).put(word, word);
        }
        body.putObject("roles").put("SENIOR", "SENIOR").put("JUNIOR", "JUNIOR");
        api.as("owner").put(path, body, api.as("owner").etag(path));
    }

    @Test
    void everybodyGivesIt() {
        List<Question> questions = MONTHS.stream()
                .filter(month -> !month.equals(COUNTED))
                .flatMap(month -> blocks(month).stream())
                .flatMap(List::stream)
                .toList();
        assertTrue(questions.size() >= FEWEST_QUESTIONS, questions.size() + " questions");
        List<Executable> answers = new ArrayList<>();
        ask(answers, "scope check", questions, askers::scopeCheck);
        askAboutTickets(answers, questions);
        assertAll(answers);
    }

    /** What is left of included visits and hours is known once the work before is recorded, and the scope check hears of it. */
    @Test
    void everybodyGivesItOfVisitsAndHoursThatWereUsedBefore() {
        List<Executable> answers = new ArrayList<>();
        for (List<Question> block : blocks(COUNTED)) {
            ask(
                    answers,
                    "scope check",
                    block,
                    question ->
                            askers.scopeCheckUntil(question, seen -> text(seen).equals(text(question.answer()))));
            askAboutTickets(answers, block);
        }
        assertAll(answers);
    }

    private static void askAboutTickets(List<Executable> answers, List<Question> questions) {
        questions.forEach(askers::sendTicket);
        ask(answers, "ruling", questions, askers::ruling);
        ask(answers, "estimate", questions, askers::estimate);
        questions.forEach(askers::sendTime);
        Map<String, List<Piece>> bills = askers.bills(questions);
        ask(answers, "bill", questions, question -> bills.get(question.key()));
    }

    private static void ask(
            List<Executable> answers, String who, List<Question> questions, Function<Question, List<Piece>> asker) {
        for (Question question : questions) {
            List<Piece> answer = asker.apply(question);
            answers.add(() ->
                    assertEquals(text(question.answer()), text(answer), () -> "the " + who + " asked " + question));
        }
    }

    private static String text(List<Piece> pieces) {
        return pieces == null
                ? "nothing"
                : String.join(
                        "; ", pieces.stream().map(Piece::toString).sorted().toList());
    }

    /** The rows of a month, in blocks that an empty line divides. */
    private static List<List<Question>> blocks(String month) {
        List<List<Question>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
        int number = 1;
        for (String row : read("/answers/" + month + ".txt").lines().toList()) {
            if (row.isBlank()) {
                blocks.add(new ArrayList<>());
            } else if (!row.startsWith("#")) {
                blocks.getLast().add(Question.parse(month + "-" + number++, FIRM, ZONES, row));
            }
        }
        return blocks;
    }

    private static String read(String file) {
        try (InputStream in = OneAnswerToOneQuestion.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
