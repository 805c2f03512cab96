package dev.remit.tickets.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.remit.engines.replay.Finding;
import dev.remit.tickets.testing.EvidencePack;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import dev.remit.tickets.testing.Worked;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By what work is recognised is the MSP's own affair: it changes for no client to sign, and rulings that were given stay. */
@QuarkusTest
class RecognitionTest extends TicketsTest {
    private static final Map<String, String> PASSWORD = Map.of("type", "Service desk", "subtype", "Password");
    private static final Map<String, String> LOGINS = Map.of("type", "Service desk", "subtype", "Logins");
    private static final Snapshot HELP =
            Snapshot.officeMove().with("title", "Help").with("category", PASSWORD);
    private static final Snapshot RENAMED = HELP.with("category", LOGINS);

    @Test
    void aCodeThatIsRenamedChangesNoRulingThatWasGiven() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String worked = ruled(msp, "70123", HELP, "INCLUDED");
        String provisional = ruled(msp, "70124", HELP, "INCLUDED");
        msp.putTime("e1", Worked.halfHour("dana", "2026-06-12T15:00:00Z"));
        msp.awaitUntil("/tickets/" + worked, read -> "FROZEN".equals(read.getString("workItems[0].ruling.status")));

        msp.send("70123", RENAMED.at("2026-06-11T18:30:00Z"));
        msp.send("70124", RENAMED.at("2026-06-11T18:30:00Z"));
        awaitCode(msp, 2);
        stay(msp, provisional, worked);

        msp.tellSubtype("password-reset", "support", "Logins", 2);
        String renamed = msp.send("70125", RENAMED);
        msp.awaitUntil("/tickets/" + renamed, read -> "INCLUDED".equals(read.getString("workItems[0].ruling.verdict")));
        msp.awaitUntil("/unmapped-codes", read -> read.getList("items").isEmpty());
        stay(msp, provisional, worked);
    }

    /** The old name, on a ticket that the source has not sent again, is one that nobody has mapped any more. */
    @Test
    void aTicketThatStillBearsTheOldNameStaysAsItWasRuled() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = ruled(msp, "70123", HELP, "INCLUDED");

        msp.tellSubtype("password-reset", "support", "Logins", 2);

        awaitCode(msp, 1);
        stay(msp, id);
    }

    @Test
    void aTicketUnderACodeThatNobodyHasMappedIsRuledOnceItIs() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = ruled(msp, "70123", RENAMED, "SILENT");
        msp.as("service-desk")
                .get(Msp.API + "/unmapped-codes")
                .then()
                .body("items.connection", contains("cw"))
                .body("items[0].type", equalTo("Service desk"))
                .body("items[0].subtype", equalTo("Logins"))
                .body("items[0].tickets", equalTo(1))
                .body("items[0].verdicts.SILENT", equalTo(1));
        String before = catalogueOf(msp, id, 0);

        msp.tellSubtype("password-reset", "support", "Logins", 2);

        msp.awaitUntil("/tickets/" + id, read -> "INCLUDED".equals(read.getString("workItems[0].ruling.verdict")));
        assertNotEquals(before, catalogueOf(msp, id, 1));
        List<Finding> findings = EvidencePack.of(msp.as("auditor"), id).replayed();
        findings.forEach(finding -> assertEquals(finding.stated(), finding.computed(), finding.subject()));
        assertEquals(
                2,
                findings.stream()
                        .filter(finding -> finding.subject().startsWith("ruling "))
                        .count());
    }

    @Test
    void aBoardOrWhoAsksSaysWhatIsAskedFor() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        tellMatchers(msp, "office-move", "projects", Map.of("requesters", List.of("moves@whitfieldcrane.example")));
        tellMatchers(msp, "password-reset", "support", Map.of("boards", List.of("Log-ins")));
        Snapshot onBoard = Snapshot.officeMove()
                .with("title", "Help")
                .with("category", Map.of("board", "Log-ins", "type", "Anything"));
        String byBoard = msp.send("70123", onBoard);
        msp.awaitUntil("/tickets/" + byBoard, read -> "INCLUDED".equals(read.getString("workItems[0].ruling.verdict")));
        msp.as("service-desk")
                .get(Msp.API + "/tickets/" + byBoard)
                .then()
                .body("workItems[0].ruling.basis", equalTo("PSA_BOARD"));

        Map<String, String> mover = Map.of("email", "Moves@WhitfieldCrane.example");
        String byRequester = ruled(msp, "70124", onBoard.with("requester", mover), "EXTRA");
        msp.as("service-desk")
                .get(Msp.API + "/tickets/" + byRequester)
                .then()
                .body("workItems[0].ruling.basis", equalTo("REQUESTER"));
        EvidencePack.of(msp.as("auditor"), byRequester)
                .replayed()
                .forEach(finding -> assertEquals(finding.stated(), finding.computed(), finding.subject()));
    }

    private static void tellMatchers(Msp msp, String code, String category, Map<String, ?> matchers) {
        msp.tellItem(Map.of(
                "code", code,
                "name", code,
                "category", category,
                "matchers", matchers,
                "retired", false,
                "revision", 2));
    }

    /** Of a client whose agreement includes all support, and does not have an item that the catalogue has. */
    private static Msp supporting() {
        Msp msp = Msp.sandbox("2026-06-12T20:00:00Z");
        msp.tellClient();
        msp.tellSubtype("second-factor", "support", "Second factor", 1);
        msp.activate(terms -> terms.replace("\"item\":\"password-reset\"", "\"category\":\"support\""));
        return msp;
    }

    @Test
    void anItemThatWasAddedAfterSigningIsRuledByItsCategory() {
        Msp msp = supporting();

        String id = ruled(
                msp,
                "70123",
                HELP.with("category", Map.of("type", "Service desk", "subtype", "Second factor")),
                "INCLUDED");

        JsonPath ticket = msp.get("/tickets/" + id + "/rulings");
        assertEquals("second-factor", ticket.getString("items[0].item"));
        assertEquals(
                "The signed version does not have that item; it is of category support.",
                ticket.getString("items[0].reasons[1].text"));
    }

    @Test
    void anItemOfTheCatalogueCanBeChosenThoughItWasNotSigned() {
        Msp msp = supporting();
        String id = ruled(msp, "70123", Snapshot.officeMove(), "EXTRA");
        String path = Msp.API + "/tickets/" + id + "/work-items/" + msp.firstWorkItem(id) + "/rulings";

        msp.posting("service-desk")
                .body(Map.of("item", "third-factor", "reason", "It is not a move."))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.code", contains("unknown-item"));
        msp.posting("service-desk")
                .body(Map.of("item", "second-factor", "reason", "It is not a move."))
                .post(path)
                .then()
                .statusCode(201)
                .body("verdict", equalTo("INCLUDED"));
    }

    @Test
    void aCatalogueThatRuledNothingIsNotKept() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String hash = catalogueOf(msp, ruled(msp, "70123", HELP, "INCLUDED"), 0);

        msp.as("technician")
                .get(Msp.API + "/catalogue-versions/" + hash)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + hash + "\""))
                .body("items.code", contains("new-starter", "office-move", "password-reset", "structured-cabling"));
        Msp.empty()
                .as("technician")
                .get(Msp.API + "/catalogue-versions/" + hash)
                .then()
                .statusCode(404);
        msp.as("technician")
                .get(Msp.API + "/catalogue-versions/" + "0".repeat(64))
                .then()
                .statusCode(404);
    }

    private static String ruled(Msp msp, String externalId, Snapshot snapshot, String verdict) {
        String id = msp.send(externalId, snapshot);
        assertEquals(verdict, msp.awaitRuled(id).getString("workItems[0].ruling.verdict"));
        return id;
    }

    private static void stay(Msp msp, String... tickets) {
        for (String id : tickets) {
            JsonPath rulings = msp.get("/tickets/" + id + "/rulings");
            assertEquals(List.of("INCLUDED"), rulings.getList("items.verdict"));
        }
        assertEquals(List.of(), msp.get("/reviews").getList("items"));
    }

    private static void awaitCode(Msp msp, int tickets) {
        msp.awaitUntil("/unmapped-codes", read -> Integer.valueOf(tickets).equals(read.get("items[0].tickets")));
    }

    private static String catalogueOf(Msp msp, String ticket, int ruling) {
        return msp.get("/tickets/" + ticket + "/rulings").getString("items[" + ruling + "].inputs.catalogueHash");
    }
}
