package dev.remit.contracts.agreements;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActivationTest extends ContractsTest {
    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @BeforeEach
    void catalogue() {
        firm.inCatalogue();
    }

    private static EditedTerms from(String date) {
        return LawFirm.terms().with("/effectiveFrom", "\"" + date + "\"");
    }

    private static EditedTerms between(String from, String to) {
        return from(from).with("/effectiveTo", "\"" + to + "\"");
    }

    @Test
    void laterVersionEndsTheOneBefore() {
        String agreement = firm.agreement();
        String first = firm.signed(agreement, from("2026-01-01"));
        firm.activate(first).statusCode(200).body("effectiveTo", nullValue());
        String second = firm.signed(agreement, from("2026-07-01"));
        firm.activate(second).statusCode(200);

        owner(tenant)
                .get(first)
                .then()
                .body("status", equalTo("ENDED"))
                .body("effectiveTo", equalTo("2026-07-01"))
                .body("terms.effectiveTo", nullValue());
        owner(tenant)
                .get(agreement)
                .then()
                .body("versionInForce", equalTo(2))
                .body("versions.status", contains("ENDED", "IN_FORCE"))
                .body("versions.effectiveTo", contains("2026-07-01", null));
    }

    @Test
    void versionThatEndsSoonerKeepsItsEnd() {
        String agreement = firm.agreement();
        String first = firm.signed(agreement, between("2026-01-01", "2026-06-01"));
        firm.activate(first).statusCode(200);
        firm.activate(firm.signed(agreement, from("2026-07-01"))).statusCode(200);

        owner(tenant).get(first).then().body("effectiveTo", equalTo("2026-06-01"));
    }

    @Test
    void versionBeginsAfterTheOneBefore() {
        String agreement = firm.agreement();
        firm.activate(firm.signed(agreement, from("2026-03-01"))).statusCode(200);

        refusedByLint(
                firm.draft(agreement, from("2026-03-01")),
                "Version 1 of this agreement is signed and in force from 2026-03-01 on;");
    }

    @Test
    void earlierNumberDoesNotTakeThePlaceOfALaterOne() {
        String agreement = firm.agreement();
        String first = firm.signed(agreement, from("2026-06-01"));
        firm.activate(firm.signed(agreement, from("2026-01-01"))).statusCode(200);

        firm.activate(first).statusCode(409).body("detail", startsWith("Version 2 of this agreement is signed"));
    }

    @Test
    void clientHasOneAgreementOnAnyDate() {
        String one = firm.agreement();
        firm.activate(firm.signed(one, between("2026-01-01", "2026-07-01"))).statusCode(200);
        String other = firm.agreement();

        refusedByLint(
                firm.draft(other, from("2026-06-30")),
                "Version 1 of the agreement \"Managed IT services\" (" + id(one)
                        + ") is signed and in force from 2026-01-01 until 2026-07-01;");
        firm.activate(firm.signed(other, from("2026-07-01"))).statusCode(200);
    }

    private void refusedByLint(String draft, String text) {
        owner(tenant)
                .get(draft + "/lint")
                .then()
                .body("items[0].severity", equalTo("ERROR"))
                .body("items[0].code", equalTo("overlap"))
                .body("items[0].path", equalTo("effectiveFrom"))
                .body("items[0].text", startsWith(text));
        once(owner(tenant))
                .post(draft + "/propose")
                .then()
                .statusCode(422)
                .body("errors.code", contains("overlap"))
                .body("errors.message", contains(startsWith(text)));
    }

    @Test
    void whatIsOutForSignatureIsToldAndDoesNotStopAProposal() {
        firm.propose(firm.draft(firm.agreement(), from("2026-01-01")));
        String other = firm.draft(firm.agreement(), from("2026-02-01"));

        owner(tenant)
                .get(other + "/lint")
                .then()
                .body("items.findAll { it.code == 'overlaps-proposal' }.severity", contains("WARNING"));
        firm.propose(other);
    }

    @Test
    void whatWasSignedInTheMeantimeKeepsOthersFromBeingSigned() {
        String one = firm.agreement();
        String first = firm.signed(one, from("2026-01-01"));
        String signedBefore = firm.signed(firm.agreement(), from("2026-02-01"));
        String proposedBefore = firm.draft(firm.agreement(), from("2026-03-01"));
        String contentHash = firm.propose(proposedBefore);
        firm.activate(first).statusCode(200);

        once(owner(tenant), Map.of("name", "John Beacon", "title", "Owner", "contentHash", contentHash))
                .post(proposedBefore + "/signatures")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("overlap"));
        firm.activate(signedBefore)
                .statusCode(409)
                .body("errors[0].code", equalTo("overlap"))
                .body("agreementId", equalTo(id(one)))
                .body("version", equalTo(1));
    }

    private static String id(String agreement) {
        return agreement.substring(agreement.lastIndexOf('/') + 1);
    }

    @Test
    void ofTwoAgreementsActivatedAtOnceOneIsInForce() throws Exception {
        List<String> versions = List.of(
                firm.signed(firm.agreement(), from("2026-01-01")), firm.signed(firm.agreement(), from("2026-01-01")));

        assertEquals(List.of(200, 409), together(versions));
    }

    @Test
    void ofTwoVersionsActivatedAtOnceTheLaterOneStays() throws Exception {
        String agreement = firm.agreement();
        List<String> versions =
                List.of(firm.signed(agreement, from("2026-01-01")), firm.signed(agreement, from("2026-02-01")));

        List<Integer> statuses = together(versions);

        owner(tenant).get(agreement).then().body("versionInForce", equalTo(2));
        assertEquals(200, statuses.getFirst());
    }

    /** The statuses, sorted, of activating versions at the same moment. */
    private List<Integer> together(List<String> versions) throws Exception {
        CyclicBarrier start = new CyclicBarrier(versions.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(versions.size())) {
            List<Callable<Integer>> calls = versions.stream()
                    .<Callable<Integer>>map(version -> () -> {
                        start.await();
                        return firm.activate(version).extract().statusCode();
                    })
                    .toList();
            List<Future<Integer>> answers = threads.invokeAll(calls);
            return List.of(answers.get(0).get(), answers.get(1).get()).stream()
                    .sorted()
                    .toList();
        }
    }

    @Test
    void activatingTwiceUnderOneKeyAnswersTheSame() {
        String version = firm.signed(firm.agreement(), LawFirm.terms());
        String key = UUID.randomUUID().toString();

        byte[] first = owner(tenant)
                .header("Idempotency-Key", key)
                .post(version + "/activate")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        byte[] second = owner(tenant)
                .header("Idempotency-Key", key)
                .post(version + "/activate")
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .extract()
                .asByteArray();
        assertArrayEquals(first, second);
    }
}
