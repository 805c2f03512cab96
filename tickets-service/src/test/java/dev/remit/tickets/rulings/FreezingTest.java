package dev.remit.tickets.rulings;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import dev.remit.tickets.testing.Worked;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who relies on a ruling, and what becomes of facts that change before and after somebody does. */
@QuarkusTest
class FreezingTest extends TicketsTest {
    private static final Map<String, String> MOVE = Map.of("type", "Project", "subtype", "Office move");
    private static final Map<String, String> PASSWORD = Map.of("type", "Service desk", "subtype", "Password");
    private static final Map<String, String> CABLING = Map.of("type", "Project", "subtype", "Cabling");
    private static final Snapshot HELP = Snapshot.officeMove().with("title", "Help");

    @Test
    void recategorisedWithNoWorkDoneItIsRuledAgain() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", HELP.with("category", PASSWORD));
        assertEquals("INCLUDED", msp.awaitRuled(id).getString("workItems[0].ruling.verdict"));

        msp.send("70123", HELP.at("2026-06-11T18:30:00Z").with("category", MOVE));

        JsonPath ruled = await(msp, id, "EXTRA", "PROVISIONAL");
        assertEquals("FACTS_CHANGED", ruled.getString("workItems[0].ruling.cause"));
        assertEquals(2, msp.get("/tickets/" + id + "/rulings").getList("items").size());
        assertEquals(List.of(), msp.get("/reviews").getList("items"));
    }

    /** Each member of a ticket that a rule can ask for. */
    @ParameterizedTest
    @ValueSource(strings = {"priority", "ticketClass", "site", "title", "catalogueItem"})
    void aProvisionalRulingFollowsEveryFact(String member) {
        Msp msp = Msp.sandbox("2026-06-12T20:00:00Z");
        msp.tellClient();
        msp.activate(onlyFor("\"priorities\":[\"P3\"],\"ticketClasses\":[\"REQUEST\"],\"sites\":[\"broad-street\"]"));
        Snapshot move = Snapshot.officeMove().without("category");
        String id = msp.send("70123", move);
        assertEquals("EXTRA", msp.awaitRuled(id).getString("workItems[0].ruling.verdict"));

        msp.send("70123", move.at("2026-06-11T18:30:00Z").with(member, other(member)));

        JsonPath ruled = msp.awaitUntil("/tickets/" + id, ticket -> ticket.getInt("workItems[0].ruling.sequence") == 2);
        assertTrue(List.of("INCLUDED", "SILENT").contains(ruled.getString("workItems[0].ruling.verdict")));
    }

    private static Object other(String member) {
        return switch (member) {
            case "priority" -> "Priority 2 - Quick Response";
            case "ticketClass" -> "Incident";
            case "site" -> Map.of("externalId", "99");
            case "title" -> "Help";
            default -> "password-reset";
        };
    }

    /** Terms whose clause for office moves speaks on some conditions alone. */
    private static UnaryOperator<String> onlyFor(String conditions) {
        return terms ->
                terms.replace("\"item\":\"office-move\",", "\"item\":\"office-move\",\"when\":{" + conditions + "},");
    }

    @Test
    void theFirstWorkOnCategorisedWorkFreezes() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", HELP);
        await(msp, id, "EXTRA", "PROVISIONAL");

        msp.putTime("e1", work("2026-06-12T16:00:00Z")).then().statusCode(201);

        await(msp, id, "EXTRA", "FROZEN");
        List<Map<String, Object>> told = msp.awaitEvents("WorkItemRuled", 2);
        assertEquals(
                List.of("1 PROVISIONAL", "1 FROZEN"),
                told.stream()
                        .map(FreezingTest::payload)
                        .map(ruled -> ruled.get("sequence") + " " + ruled.get("status"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Help", "Please move our office up"})
    void workBeforeAnybodyHasCategorisedItFreezesNothingUntilThen(String title) {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        Snapshot vague = HELP.with("title", title).without("category");
        String id = msp.send("70123", vague);
        msp.putTime("e1", work("2026-06-12T16:00:00Z")).then().statusCode(201);
        msp.awaitEvents("TimeEntryRecorded", 1);
        String verdict = title.equals("Help") ? "SILENT" : "EXTRA";
        await(msp, id, verdict, "PROVISIONAL");

        msp.send("70123", vague.at("2026-06-12T19:00:00Z").with("category", PASSWORD));

        JsonPath ruled = await(msp, id, "INCLUDED", "FROZEN");
        assertEquals(2, ruled.getInt("workItems[0].ruling.sequence"));
    }

    @Test
    void aCategoryThatSaysWhatTheTitleSaidIsOnRecord() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove().without("category"));
        await(msp, id, "EXTRA", "PROVISIONAL");
        msp.putTime("e1", work("2026-06-12T16:00:00Z")).then().statusCode(201);
        msp.awaitEvents("TimeEntryRecorded", 1);

        msp.send("70123", Snapshot.officeMove().at("2026-06-12T19:00:00Z"));

        await(msp, id, "EXTRA", "FROZEN");
        assertEquals(
                List.of("KEYWORDS", "PSA_SUBTYPE"),
                msp.get("/tickets/" + id + "/rulings").getList("items.basis"));
    }

    @Test
    void workThatIsGoneFreezesNothing() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", HELP.without("category"));
        msp.putTime("e1", work("2026-06-12T16:00:00Z")).then().statusCode(201);
        msp.awaitEvents("TimeEntryRecorded", 1);
        delete(msp, "e1");
        msp.awaitEvents("TimeEntryRecorded", 2);

        msp.send("70123", HELP.at("2026-06-12T19:00:00Z"));

        await(msp, id, "EXTRA", "PROVISIONAL");
    }

    @Test
    void workThatIsDeletedLetsTheRulingFollowWhatIsKnown() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = frozen(msp);
        msp.send("70123", HELP.at("2026-06-12T18:00:00Z").with("category", PASSWORD));
        awaitReview(msp, "OPEN", "INCLUDED");

        delete(msp, "e1");

        JsonPath ruled = await(msp, id, "INCLUDED", "PROVISIONAL").setRootPath("workItems[0].ruling");
        assertEquals("FACTS_CHANGED", ruled.getString("cause"));
        assertEquals(2, ruled.getInt("sequence"));
        assertNull(ruled.getString("person"));
        assertEquals("CLOSED", msp.get("/reviews").getString("items[0].state"));
        assertEquals(
                List.of("1 PROVISIONAL", "1 FROZEN", "1 PROVISIONAL", "2 PROVISIONAL"),
                msp.awaitEvents("WorkItemRuled", 4).stream()
                        .map(FreezingTest::payload)
                        .map(told -> told.get("sequence") + " " + told.get("status"))
                        .toList());

        msp.putTime("e2", work("2026-06-12T17:00:00Z")).then().statusCode(201);
        await(msp, id, "INCLUDED", "FROZEN");
    }

    @Test
    void otherWorkKeepsTheRulingWhenSomeIsDeleted() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = frozen(msp);
        msp.putTime("e2", work("2026-06-12T17:00:00Z")).then().statusCode(201);
        msp.awaitEvents("TimeEntryRecorded", 2);

        delete(msp, "e1");

        msp.awaitEvents("TimeEntryRecorded", 3);
        await(msp, id, "EXTRA", "FROZEN");
    }

    @Test
    void aQuoteThatIsOutKeepsTheRulingWhenTheWorkIsDeleted() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = frozen(msp);
        msp.quoteSent(id, UUID.randomUUID(), "2026-06-12T19:00:00Z");
        msp.awaitUntil("/tickets/" + id + "/timeline", timeline -> timeline.getList("items.kind")
                .contains("QUOTE_SENT"));

        delete(msp, "e1");

        msp.awaitEvents("TimeEntryRecorded", 2);
        await(msp, id, "EXTRA", "FROZEN");
    }

    @Test
    void whatAPersonHasKeptStaysWhenTheWorkIsDeleted() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = frozen(msp);
        msp.send("70123", HELP.at("2026-06-12T18:00:00Z").with("category", PASSWORD));
        String review = awaitReview(msp, "OPEN", "INCLUDED").getString("items[0].id");
        decide(msp, review, "dismiss", "It is a move all right").statusCode(200);

        delete(msp, "e1");

        msp.awaitEvents("TimeEntryRecorded", 2);
        await(msp, id, "EXTRA", "FROZEN");
        assertEquals("DISMISSED", msp.get("/reviews").getString("items[0].state"));
    }

    private static void delete(Msp msp, String entry) {
        Map<String, Object> gone = new HashMap<>(work("2026-06-12T16:00:00Z"));
        gone.put("sourceUpdatedAt", "2026-06-12T19:10:00Z");
        gone.put("deleted", true);
        msp.putTime(entry, gone).then().statusCode(200);
    }

    @Test
    void aQuoteThatIsSentFreezesAlsoWhatOnlyTheTitleSays() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove().without("category"));
        await(msp, id, "EXTRA", "PROVISIONAL");

        msp.quoteSent(id, UUID.randomUUID(), "2026-06-12T19:00:00Z");

        await(msp, id, "EXTRA", "FROZEN");
    }

    @Test
    void aQuoteForWhatIsExtraAtTheWeekendAloneFreezesToo() {
        Msp msp = Msp.sandbox("2026-06-12T20:00:00Z");
        msp.tellClient();
        String weekend =
                "{\"clause\":\"4.2\",\"item\":\"office-move\",\"treatment\":\"EXTRA\",\"approval\":\"REQUIRED\","
                        + "\"when\":{\"bands\":[\"WEEKEND\"]}},";
        msp.activate(terms -> terms.replace("\"treatment\":\"EXTRA\"", "\"treatment\":\"INCLUDED\"")
                .replace("\"scopeRules\":[", "\"scopeRules\":[" + weekend));
        String id = msp.send("70123", HELP);
        await(msp, id, "INCLUDED", "PROVISIONAL");

        msp.quoteSent(id, UUID.randomUUID(), "2026-06-12T19:00:00Z");

        await(msp, id, "INCLUDED", "FROZEN");
    }

    @Test
    void aQuoteToTheWrongClientKeepsNothingUnderTheRightOne() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        UUID other = UUID.randomUUID();
        msp.tellClient(other, "other-client", "999", "99");
        msp.activate(other, UUID.randomUUID(), UnaryOperator.identity());
        String id = msp.send("70123", HELP);
        await(msp, id, "EXTRA", "PROVISIONAL");
        msp.quoteSent(id, UUID.randomUUID(), "2026-06-12T19:00:00Z");
        await(msp, id, "EXTRA", "FROZEN");

        msp.send("70123", HELP.at("2026-06-12T19:30:00Z").without("site").with("client", Map.of("externalId", "999")));

        JsonPath ruled =
                msp.awaitUntil("/tickets/" + id, ticket -> "other-client".equals(ticket.getString("client.code")));
        assertEquals("EXTRA", ruled.getString("workItems[0].ruling.verdict"));
        assertEquals("PROVISIONAL", ruled.getString("workItems[0].ruling.status"));
    }

    @Test
    void factsThatChangeAfterTheFreezeAreListedFollowedAndForgottenWhenTheyLeadBack() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = frozen(msp);

        msp.send("70123", HELP.at("2026-06-12T18:00:00Z").with("category", PASSWORD));

        JsonPath review = awaitReview(msp, "OPEN", "INCLUDED").setRootPath("items[0]");
        assertEquals("FACTS_CHANGED", review.getString("cause"));
        assertEquals("70123", review.getString("externalId"));
        assertEquals("ruling 1 of work item 1", review.getString("field"));
        assertEquals(
                "Ruled EXTRA as office-move by clause 4.2, with the client's approval; by what is known now it would be"
                        + " INCLUDED as password-reset by clause 4.1.",
                review.getString("detail"));
        JsonPath ruling = msp.ticket(id).setRootPath("workItems[0]");
        assertEquals("EXTRA", ruling.getString("ruling.verdict"));
        assertEquals(ruling.getString("id"), review.getString("otherwise.workItemId"));
        assertEquals(ruling.getString("ruling.rulingId"), review.getString("otherwise.rulingId"));
        assertEquals("password-reset", review.getString("otherwise.item"));
        assertEquals("4.1", review.getString("otherwise.clauseId"));
        assertEquals(false, review.getBoolean("otherwise.approvalRequired"));

        msp.send("70123", HELP.at("2026-06-12T18:30:00Z").with("category", CABLING));
        assertEquals(
                review.getString("id"), awaitReview(msp, "OPEN", "EXCLUDED").getString("items[0].id"));

        msp.send("70123", HELP.at("2026-06-12T19:00:00Z"));
        assertEquals(
                "what is known leads to the same ruling again",
                awaitReview(msp, "CLOSED", "EXCLUDED").getString("items[0].reason"));

        msp.send("70123", HELP.at("2026-06-12T19:30:00Z").with("category", PASSWORD));
        JsonPath back = awaitReview(msp, "OPEN", "INCLUDED");
        assertEquals(1, back.getList("items").size());
        assertEquals(1, msp.get("/tickets/" + id + "/rulings").getList("items").size());
    }

    @Test
    void othersHearOnceOfEachRulingThatWouldBeAnother() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = frozen(msp);
        msp.send("70123", HELP.at("2026-06-12T18:00:00Z").with("category", PASSWORD));
        awaitReview(msp, "OPEN", "INCLUDED");
        msp.send(
                "70123",
                HELP.at("2026-06-12T18:10:00Z").with("category", PASSWORD).status("In Progress"));
        msp.awaitEvents("TicketChanged", 1);
        msp.send("70123", HELP.at("2026-06-12T18:30:00Z").with("category", CABLING));
        awaitReview(msp, "OPEN", "EXCLUDED");
        msp.send("70123", HELP.at("2026-06-12T19:00:00Z"));
        awaitReview(msp, "CLOSED", "EXCLUDED");

        List<Map<String, Object>> raised = msp.awaitEvents("ReviewRaised", 2);
        assertEquals(2, raised.size(), raised.toString());
        Map<String, Object> first = payload(raised.getFirst());
        assertEquals("FACTS_CHANGED", first.get("cause"));
        assertEquals("OPEN", first.get("state"));
        assertEquals("cw", first.get("connection"));
        assertEquals("70123", first.get("externalId"));
        assertEquals(id, first.get("ticketId"));
        assertEquals(msp.clientId.toString(), first.get("clientId"));
        assertEquals(
                List.of("INCLUDED", "EXCLUDED"),
                raised.stream().map(event -> otherwise(event).get("verdict")).toList());
        assertEquals(
                msp.ticket(id).getString("workItems[0].id"),
                otherwise(raised.getFirst()).get("workItemId"));
        Map<String, Object> ended = payload(msp.awaitEvents("ReviewEnded", 1).getFirst());
        assertEquals("CLOSED", ended.get("state"));
        assertEquals(first.get("reviewId"), ended.get("reviewId"));
    }

    private static Map<?, ?> otherwise(Map<String, Object> event) {
        return (Map<?, ?>) payload(event).get("otherwise");
    }

    @Test
    void factsThatChangeWhatIsKnownButNotTheRulingAreNotListed() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = frozen(msp);
        msp.send(
                "70123",
                HELP.at("2026-06-12T18:00:00Z")
                        .with("title", "Up we go")
                        .with("priority", "Priority 2 - Quick Response"));
        msp.awaitUntil("/tickets/" + id + "/timeline", timeline -> timeline.getList("items.kind")
                .contains("PRIORITY_CHANGED"));
        assertEquals(List.of(), msp.get("/reviews").getList("items"));
    }

    @Test
    void resolvingTheReviewRulesAgainAndDismissingItKeeps() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = frozen(msp);
        msp.send("70123", HELP.at("2026-06-12T18:00:00Z").with("category", PASSWORD));
        String review = awaitReview(msp, "OPEN", "INCLUDED").getString("items[0].id");

        decide(msp, review, "dismiss", "It is a move all right").statusCode(200).body("state", equalTo("DISMISSED"));
        msp.send(
                "70123",
                HELP.at("2026-06-12T18:20:00Z").with("category", PASSWORD).status("In Progress"));
        msp.awaitUntil("/tickets/" + id + "/timeline", timeline -> timeline.getList("items.kind")
                .contains("STATUS_CHANGED"));
        assertEquals("DISMISSED", msp.get("/reviews").getString("items[0].state"), "it is not asked twice");

        msp.send("70123", HELP.at("2026-06-12T18:40:00Z").with("category", CABLING));
        awaitReview(msp, "OPEN", "EXCLUDED");
        decide(msp, review, "resolve", "The cabler did it")
                .statusCode(200)
                .body("state", equalTo("RESOLVED"))
                .body("decidedBy.login", equalTo("service-desk"));

        JsonPath ruled = await(msp, id, "EXCLUDED", "FROZEN").setRootPath("workItems[0].ruling");
        assertEquals("FACTS_CHANGED", ruled.getString("cause"));
        assertEquals("The cabler did it", ruled.getString("because"));
        assertEquals("service-desk", ruled.getString("person.login"));
        assertEquals(2, ruled.getInt("sequence"));
        decide(msp, review, "resolve", "Again").statusCode(409);

        msp.send("70123", HELP.at("2026-06-12T19:00:00Z"));
        JsonPath second = msp.awaitUntil(
                "/reviews?state=OPEN", read -> read.getList("items").size() == 1);
        assertEquals("ruling 2 of work item 1", second.getString("items[0].field"));
        assertEquals("EXTRA", second.getString("items[0].otherwise.verdict"));
    }

    @Test
    void aRulingByHandEndsTheReview() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = frozen(msp);
        msp.send("70123", HELP.at("2026-06-12T18:00:00Z").with("category", PASSWORD));
        awaitReview(msp, "OPEN", "INCLUDED");

        msp.posting("service-desk")
                .body(Map.of("item", "structured-cabling", "reason", "Saw the cables"))
                .post(Msp.API + "/tickets/" + id + "/work-items/"
                        + msp.ticket(id).getString("workItems[0].id") + "/rulings")
                .then()
                .statusCode(201);

        assertEquals("CLOSED", msp.get("/reviews").getString("items[0].state"));
        msp.send("70123", HELP.at("2026-06-12T19:00:00Z").with("category", CABLING));
        await(msp, id, "EXCLUDED", "FROZEN");
        assertEquals(1, msp.get("/reviews").getList("items").size());
    }

    @Test
    void ruledAgainWithoutAnyCategoryItIsOpenToChangesOnceMore() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = frozen(msp);
        msp.send("70123", HELP.at("2026-06-12T18:00:00Z").with("category", null));
        JsonPath review = awaitReview(msp, "OPEN", "SILENT");
        assertNull(review.getString("items[0].otherwise.clauseId"));

        decide(msp, review.getString("items[0].id"), "resolve", "Nobody knows what it was")
                .statusCode(200);
        await(msp, id, "SILENT", "PROVISIONAL");

        msp.send("70123", HELP.at("2026-06-12T19:00:00Z").with("category", PASSWORD));
        await(msp, id, "INCLUDED", "FROZEN");
    }

    @Test
    void anIncludedVolumeThatOthersUseIsNoChangeOfFacts() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        Snapshot starter = HELP.with("category", Map.of("type", "Change", "subtype", "New starter"));
        String id = msp.send("70123", starter);
        msp.putTime("e1", work("2026-06-12T16:00:00Z")).then().statusCode(201);
        await(msp, id, "INCLUDED", "FROZEN");
        msp.awaitRuled(msp.send("70124", starter));
        msp.awaitRuled(msp.send("70125", starter));

        msp.send("70123", starter.at("2026-06-12T18:00:00Z").with("title", "A new colleague"));
        msp.awaitUntil("/tickets/" + id, ticket -> "A new colleague".equals(ticket.getString("title")));
        msp.awaitRuled(msp.send("70126", starter));
        assertEquals("INCLUDED", msp.ticket(id).getString("workItems[0].ruling.verdict"));
        assertEquals(List.of(), msp.get("/reviews").getList("items"));
    }

    /** An office move by its category, on which somebody has worked. */
    private static String frozen(Msp msp) {
        String id = msp.send("70123", HELP);
        msp.putTime("e1", work("2026-06-12T16:00:00Z")).then().statusCode(201);
        await(msp, id, "EXTRA", "FROZEN");
        return id;
    }

    private static Map<String, Object> work(String start) {
        return Worked.halfHour("dana", start);
    }

    private static JsonPath await(Msp msp, String id, String verdict, String status) {
        return msp.awaitUntil(
                "/tickets/" + id,
                ticket -> verdict.equals(ticket.getString("workItems[0].ruling.verdict"))
                        && status.equals(ticket.getString("workItems[0].ruling.status")));
    }

    private static JsonPath awaitReview(Msp msp, String state, String verdict) {
        return msp.awaitUntil(
                "/reviews",
                read -> state.equals(read.getString("items[0].state"))
                        && verdict.equals(read.getString("items[0].otherwise.verdict")));
    }

    private static ValidatableResponse decide(Msp msp, String review, String action, String reason) {
        return msp.posting("service-desk")
                .body(Map.of("reason", reason))
                .post(Msp.API + "/reviews/" + review + "/" + action)
                .then();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> event) {
        return (Map<String, Object>) event.get("payload");
    }
}
