package dev.remit.contracts.agreements;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where versions stand follows from the date, and each can be ended, whatever was signed after it. */
@QuarkusTest
class EndingTest extends ContractsTest {
    private static final String MOVES = "The client moves to another provider.";

    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);
    private final LocalDate today = LawFirm.today();

    @BeforeEach
    void catalogue() {
        firm.inCatalogue();
    }

    private EditedTerms from(int days) {
        return LawFirm.terms().with("/effectiveFrom", "\"" + today.plusDays(days) + "\"");
    }

    private EditedTerms between(int from, int to) {
        return from(from).with("/effectiveTo", "\"" + today.plusDays(to) + "\"");
    }

    private ValidatableResponse terminate(String version, LocalDate end) {
        return terminate(version, Map.of("effectiveTo", end.toString(), "reason", MOVES));
    }

    private ValidatableResponse terminate(String version, Map<String, Object> body) {
        return once(owner(tenant), body).post(version + "/terminate").then();
    }

    private ValidatableResponse cancel(String version) {
        return once(owner(tenant), Map.of("reason", "Both stay with this year's rates."))
                .post(version + "/cancel")
                .then();
    }

    private void versionInForce(int days, Integer version) {
        ValidatableResponse list = owner(tenant)
                .get(API + "/agreements?inForceOn=" + today.plusDays(days))
                .then()
                .statusCode(200);
        if (version == null) {
            list.body("items", empty());
        } else {
            list.body("items.versionInForce", contains(version));
        }
    }

    @Test
    void statusFollowsFromTheDate() {
        String agreement = firm.agreement();
        firm.active(agreement, between(-60, -40));
        firm.active(agreement, from(-30));
        firm.active(agreement, between(30, 60));
        firm.draft(agreement, from(90));

        owner(tenant)
                .get(agreement)
                .then()
                .body("versions.status", contains("ENDED", "IN_FORCE", "SCHEDULED", "DRAFT"))
                .body(
                        "versions.effectiveTo",
                        contains(
                                today.minusDays(40).toString(),
                                today.plusDays(30).toString(),
                                today.plusDays(60).toString(),
                                null))
                .body("versionInForce", equalTo(2));
        versionInForce(-61, null);
        versionInForce(-60, 1);
        versionInForce(-40, null);
        versionInForce(-30, 2);
        versionInForce(29, 2);
        versionInForce(30, 3);
        versionInForce(60, null);
    }

    @Test
    void aRunningVersionEndsEarlyWhateverWasSignedAfterIt() {
        String agreement = firm.agreement();
        String running = firm.active(agreement, from(-30));
        String next = firm.active(agreement, from(60));

        terminate(running, today.plusDays(60)).statusCode(400).body("errors.field", contains("effectiveTo"));
        terminate(running, today.minusDays(30)).statusCode(400).body("errors.field", contains("effectiveTo"));
        terminate(running, today.plusDays(10))
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("effectiveTo", equalTo(today.plusDays(10).toString()));
        versionInForce(9, 1);
        versionInForce(10, null);
        versionInForce(60, 2);
        owner(tenant).get(next).then().body("status", equalTo("SCHEDULED"));
        terminate(running, today.plusDays(5)).statusCode(409);
    }

    @Test
    void whatEndedBeforeItsTimeIsTerminatedAndMakesRoom() {
        String version = firm.active(firm.agreement(), from(-30));

        terminate(version, today.minusDays(5))
                .statusCode(200)
                .body("status", equalTo("TERMINATED"))
                .body("terms.effectiveTo", nullValue());
        firm.active(firm.agreement(), from(-5));
        versionInForce(0, 1);
    }

    @Test
    void aVersionThatWasReplacedIsNotTerminated() {
        String agreement = firm.agreement();
        String replaced = firm.active(agreement, from(-30));
        firm.active(agreement, from(-10));

        terminate(replaced, today.minusDays(20))
                .statusCode(409)
                .body("detail", equalTo("A version that is ENDED cannot be terminated."));
    }

    @Test
    void aScheduledVersionIsCancelledAndTheOneBeforeGoesOn() {
        String agreement = firm.agreement();
        String running = firm.active(agreement, between(-30, 90));
        String next = firm.active(agreement, from(30));
        owner(tenant)
                .get(running)
                .then()
                .body("effectiveTo", equalTo(today.plusDays(30).toString()));

        cancel(running).statusCode(409);
        firm.cancelByBoth(next, "Both stay with this year's rates.")
                .body("status", equalTo("WITHDRAWN"))
                .body("effectiveTo", nullValue())
                .body("ending.reason", equalTo("Both stay with this year's rates."))
                .body("ending.notice", nullValue());
        owner(tenant)
                .get(running)
                .then()
                .body("effectiveTo", equalTo(today.plusDays(90).toString()));
        versionInForce(30, 1);
        cancel(next).statusCode(409);
        firm.active(agreement, from(20));
        versionInForce(30, 3);
    }

    @Test
    void aVersionBeginsUnlessBothAgreeThatItDoesNot() {
        String next = firm.scheduled();
        String reason = "The move is put off.";
        once(partner(tenant), Map.of("reason", reason))
                .post(next + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("SCHEDULED"))
                .body("ending", nullValue())
                .body("cancellation.party", contains("CLIENT"))
                .body("cancellation[0].login", equalTo("partner"));
        once(partner(tenant), Map.of("reason", reason))
                .post(next + "/cancel")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The CLIENT has agreed to the cancellation already."));
        cancel(next)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("cancellation.party", contains("CLIENT", "MSP"));
        cancel(next).statusCode(409);
    }

    @Test
    void oneConsentAloneCanBeTakenBack() {
        String next = firm.scheduled();
        once(owner(tenant))
                .post(next + "/keep")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The MSP has not agreed to a cancellation."));
        cancel(next).statusCode(200).body("cancellation.party", contains("MSP"));
        once(partner(tenant)).post(next + "/keep").then().statusCode(409);
        once(owner(tenant))
                .post(next + "/keep")
                .then()
                .statusCode(200)
                .body("status", equalTo("SCHEDULED"))
                .body("cancellation", empty());
        firm.cancelByBoth(next, "The move is put off.").body("status", equalTo("WITHDRAWN"));
        once(owner(tenant)).post(next + "/keep").then().statusCode(409);
    }

    @Test
    void theOwnerRecordsAClientsConsentOnPaper() {
        String next = firm.scheduled();
        Map<String, Object> paper = Map.of(
                "name",
                "Edmund Crane",
                "title",
                "Partner",
                "signedOn",
                LawFirm.today().toString(),
                "file",
                LawFirm.SCAN_HASH);
        Map<String, Object> body = Map.of("reason", "The move is put off.", "clientOnPaper", paper);
        once(owner(tenant), body)
                .post(next + "/cancel")
                .then()
                .statusCode(400)
                .body("errors.field", contains("clientOnPaper.file"));
        firm.file(next.replaceFirst("/versions/.*", ""));
        once(partner(tenant), body).post(next + "/cancel").then().statusCode(400);
        once(owner(tenant), body)
                .post(next + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("cancellation.name", contains("Edmund Crane", "John Beacon"));
        partner(tenant)
                .get(next.replaceFirst("/versions/.*", "") + "/files/" + LawFirm.SCAN_HASH)
                .then()
                .statusCode(200);
    }

    @Test
    void whoEndedItWhenAndWhyStaysOnRecord() {
        String version = firm.active(firm.agreement(), from(-30));
        Map<String, Object> notice = Map.of("givenOn", today.minusDays(1).toString(), "form", "LETTER");
        Map<String, Object> body =
                Map.of("effectiveTo", today.plusDays(10).toString(), "reason", MOVES, "notice", notice);

        terminate(version, body).statusCode(200);
        partner(tenant)
                .get(version)
                .then()
                .body("ending.reason", equalTo(MOVES))
                .body("ending.name", equalTo("John Beacon"))
                .body("ending.login", equalTo("owner"))
                .body("ending.subject", equalTo(TestTokens.subject("owner")))
                .body("ending.at", notNullValue())
                .body("ending.notice", equalTo(notice));
        owner(tenant)
                .get(API + "/audit?operation=terminateAgreementVersion&objectType=agreement-version")
                .then()
                .body("items.record.before.state", contains("SIGNED"))
                .body("items.record.after.state", contains("TERMINATED"))
                .body("items.record.after.ending.endReason", contains(MOVES))
                .body("items.record.after.ending.noticeForm", contains("LETTER"));
    }

    @Test
    void noticeIsNotGivenInTheFuture() {
        String version = firm.active(firm.agreement(), from(-30));

        terminate(
                        version,
                        Map.of(
                                "effectiveTo",
                                today.plusDays(10).toString(),
                                "reason",
                                MOVES,
                                "notice",
                                Map.of("givenOn", today.plusDays(2).toString(), "form", "EMAIL")))
                .statusCode(400)
                .body("errors.field", contains("notice.givenOn"));
    }
}
