package dev.remit.contracts.agreements;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.LawFirm;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signatures made on paper, agreements signed elsewhere, and the scans of both. */
@QuarkusTest
class PaperTest extends ContractsTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};

    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @BeforeEach
    void catalogue() {
        firm.inCatalogue();
    }

    @Test
    void bothPartiesSignOnPaper() {
        String agreement = firm.agreement();
        String version = firm.draft(agreement, LawFirm.terms());
        String hash = firm.propose(version);
        firm.file(agreement);
        record(version, mspPaper(hash)).statusCode(201);
        record(version, clientPaper(hash)).statusCode(201);
        String document = firm.activate(version)
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("signatures.party", contains("MSP", "CLIENT"))
                .body("signatures.method", contains("PAPER", "PAPER"))
                .body("signatures[1].email", equalTo("eleanor.whitfield@whitfield-crane.example"))
                .body("signatures[1].login", nullValue())
                .body("signatures[1].signedAt", nullValue())
                .body("signatures[1].signedOn", equalTo(LawFirm.today().toString()))
                .body("signatures[1].file.sha256", equalTo(LawFirm.SCAN_HASH))
                .body("signatures[1].file.size", equalTo(LawFirm.SCAN.length))
                .body("signatures[1].recordedBy.name", equalTo("John Beacon"))
                .body("signatures[1].recordedBy.role", equalTo("owner"))
                .extract()
                .path("documentHash");

        byte[] bytes = owner(tenant).get(version + "/document").asByteArray();
        assertEquals(document, Sha256.hex(bytes));
        AgreementDocument read = AgreementDocument.parse(bytes);
        assertEquals(LawFirm.today(), read.signatures().getLast().signedOn());
        owner(tenant)
                .contentType("application/json")
                .body(Map.of("clientCode", "whitfield-crane", "title", "Office move"))
                .post(API + "/scope-checks")
                .then()
                .statusCode(200)
                .body("agreement.signatories[0].signedAt", nullValue())
                .body(
                        "agreement.signatories[0].signedOn",
                        equalTo(LawFirm.today().toString()));
    }

    @Test
    void whoeverSignsOnPaperIsOnRecordOrSaysByWhatRight() {
        String agreement = firm.agreement();
        String version = firm.draft(agreement, LawFirm.terms());
        String hash = firm.propose(version);
        firm.file(agreement);

        refused(version, with(clientPaper(hash), "approver", null), "authority");
        refused(version, with(clientPaper(hash), "approver", "paralegal"), "approver");
        refused(version, with(clientPaper(hash), "name", "Donald Duck"), "name");
        refused(version, with(clientPaper(hash), "authority", "Director"), "authority");
        refused(version, with(mspPaper(hash), "name", "Jane Beacon"), "authority");
        refused(version, with(mspPaper(hash), "approver", "partner"), "approver");
        refused(version, with(mspPaper(hash), "authority", "Owner"), "authority");

        Map<String, String> crane = with(clientPaper(hash), "approver", null);
        record(version, with(with(crane, "name", "Edmund Crane"), "authority", "Partner, entered in the register"))
                .statusCode(201)
                .body("signatures[0].name", equalTo("Edmund Crane"))
                .body("signatures[0].email", nullValue())
                .body("signatures[0].authority", equalTo("Partner, entered in the register"));
        record(version, clientPaper(hash)).statusCode(409);
    }

    @Test
    void aPaperIsOfWhatWasProposedAndOfADayOnWhichItCouldBeSigned() {
        String agreement = firm.agreement();
        String version = firm.draft(agreement, LawFirm.terms());
        String hash = firm.propose(version);
        refused(version, clientPaper(hash), "file");
        firm.file(agreement);

        String tomorrow = LawFirm.today().plusDays(1).toString();
        refused(version, with(clientPaper(hash), "signedOn", tomorrow), "signedOn");
        String before = LawFirm.today().minusDays(1).toString();
        refused(version, with(clientPaper(hash), "signedOn", before), "signedOn");
        record(version, clientPaper("0".repeat(64))).statusCode(409).body("errors.field", contains("contentHash"));
    }

    @Test
    void anAgreementSignedElsewhereIsInForceAsTheMspReadsIt() {
        String version = firm.withScan();
        once(owner(tenant), LawFirm.adoption())
                .post(version + "/adopt")
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("signatures", empty())
                .body("adopted.signedOn", equalTo("2025-12-01"))
                .body("adopted.file.name", equalTo("signed.pdf"))
                .body("adopted.signers.name", contains("John Beacon", "Eleanor Whitfield"))
                .body("adopted.by.login", equalTo("owner"));

        byte[] document = owner(tenant).get(version + "/document").asByteArray();
        AgreementDocument read = AgreementDocument.parse(document);
        assertEquals(LawFirm.SCAN_HASH, read.adopted().file().sha256());
        owner(tenant)
                .get(version)
                .then()
                .body("contentHash", equalTo(AgreementDocument.contentHash(document)))
                .body("documentHash", equalTo(Sha256.hex(document)));
        owner(tenant)
                .contentType("application/json")
                .body(Map.of("clientCode", "whitfield-crane", "title", "Office move"))
                .post(API + "/scope-checks")
                .then()
                .statusCode(200)
                .body("agreement.adopted.fileHash", equalTo(LawFirm.SCAN_HASH))
                .body(
                        "agreement.adopted.reading",
                        equalTo("Signed elsewhere on 2025-12-01: this is the MSP's reading of it."));
    }

    @Test
    void whatLintRefusesAndWhatNobodySignedIsNotAdopted() {
        String agreement = firm.agreement();
        firm.file(agreement);
        String version = firm.draft(agreement, LawFirm.terms().without("/scopeRules/1"));
        once(owner(tenant), LawFirm.adoption())
                .post(version + "/adopt")
                .then()
                .statusCode(422)
                .body("type", endsWith("/rule-broken"));
        once(owner(tenant), LawFirm.adoption().replace("CLIENT", "MSP"))
                .post(version + "/adopt")
                .then()
                .statusCode(400)
                .body("errors.field", contains("signers"));
        once(owner(tenant), LawFirm.adoption().replace("2025-12-01", "2099-12-01"))
                .post(version + "/adopt")
                .then()
                .statusCode(400)
                .body("errors.field", contains("signedOn"));
        firm.propose(firm.draft(agreement, LawFirm.terms()));
        once(owner(tenant), LawFirm.adoption())
                .post(agreement + "/versions/2/adopt")
                .then()
                .statusCode(409)
                .body("type", endsWith("/wrong-state"));
    }

    @Test
    void aScanIsFetchedAsItWasSent() {
        String agreement = firm.agreement();
        byte[] scan = new byte[700_000];
        Arrays.fill(scan, (byte) 7);
        System.arraycopy(PNG, 0, scan, 0, PNG.length);
        String file = agreement + "/files/" + Sha256.hex(scan);
        for (int time = 1; time <= 2; time++) {
            owner(tenant)
                    .contentType("image/png")
                    .queryParam("name", "Vertrag Müller.png")
                    .body(scan)
                    .put(file)
                    .then()
                    .statusCode(200)
                    .body("mediaType", equalTo("image/png"))
                    .body("size", equalTo(scan.length));
        }
        byte[] fetched = owner(tenant)
                .get(file)
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("X-Content-Type-Options", "nosniff")
                .header("ETag", "\"" + Sha256.hex(scan) + "\"")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"Vertrag M_ller.png\"; filename*=UTF-8''Vertrag%20M%C3%BCller.png")
                .extract()
                .asByteArray();
        assertArrayEquals(scan, fetched);
    }

    @Test
    void aFileIsAScanAndHasItsHash() {
        String agreement = firm.agreement();
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        send(agreement, page, Sha256.hex(page)).statusCode(400).body("errors.field", contains("body"));
        send(agreement, PNG, Sha256.hex(page)).statusCode(400).body("errors.field", contains("sha256"));
        owner(tenant).get(agreement + "/files/" + Sha256.hex(page)).then().statusCode(404);
        send(agreement, new byte[8 * 1024 * 1024 + 1], "0".repeat(64)).statusCode(413);
    }

    @Test
    void theClientSeesTheFilesThatAreNamed() {
        String version = firm.withScan();
        String agreement = version.replaceFirst("/versions/.*", "");
        send(agreement, PNG, Sha256.hex(PNG)).statusCode(200);
        String scan = agreement + "/files/" + LawFirm.SCAN_HASH;
        partner(tenant).get(scan).then().statusCode(404);

        once(owner(tenant), LawFirm.adoption()).post(version + "/adopt").then().statusCode(200);

        partner(tenant).get(scan).then().statusCode(200);
        partner(tenant).get(agreement + "/files/" + Sha256.hex(PNG)).then().statusCode(404);
        as(tenant, "technician").get(scan).then().statusCode(200);
    }

    private ValidatableResponse send(String agreement, byte[] bytes, String hash) {
        return owner(tenant)
                .contentType("application/octet-stream")
                .body(bytes)
                .put(agreement + "/files/" + hash)
                .then();
    }

    private ValidatableResponse record(String version, Map<String, String> signature) {
        return once(owner(tenant), signature)
                .post(version + "/paper-signatures")
                .then();
    }

    private void refused(String version, Map<String, String> signature, String field) {
        record(version, signature).statusCode(400).body("errors.field", contains(field));
    }

    private static Map<String, String> mspPaper(String hash) {
        return with(with(clientPaper(hash), "approver", null), "name", "John Beacon", "party", "MSP");
    }

    private static Map<String, String> clientPaper(String hash) {
        return Map.of(
                "party", "CLIENT",
                "name", "Eleanor Whitfield",
                "title", "Managing partner",
                "signedOn", LawFirm.today().toString(),
                "contentHash", hash,
                "file", LawFirm.SCAN_HASH,
                "approver", "partner");
    }

    private static Map<String, String> with(Map<String, String> signature, String... changes) {
        Map<String, String> changed = new LinkedHashMap<>(signature);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                changed.remove(changes[i]);
            } else {
                changed.put(changes[i], changes[i + 1]);
            }
        }
        return changed;
    }
}
