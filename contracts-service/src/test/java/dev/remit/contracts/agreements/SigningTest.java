package dev.remit.contracts.agreements;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.LawFirm;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.Signature;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningTest extends ContractsTest {
    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @Test
    void signedVersionIsPublishedByItsHash() {
        String version = firm.inCatalogue().signed(firm.agreement(), LawFirm.terms());
        String documentHash = firm.activate(version)
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .extract()
                .path("documentHash");

        ExtractableResponse<Response> answer = partner(tenant)
                .get(version + "/document")
                .then()
                .statusCode(200)
                .extract();
        byte[] document = answer.asByteArray();

        assertEquals("\"" + documentHash + "\"", answer.header("ETag"));
        assertEquals(documentHash, Sha256.hex(document));
        assertEquals(
                List.of("John Beacon", "Eleanor Whitfield"),
                AgreementDocument.parse(document).signatures().stream()
                        .map(Signature::name)
                        .toList());
        assertEquals(owner(tenant).get(version).path("contentHash"), AgreementDocument.contentHash(document));
    }
}
