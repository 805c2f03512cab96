package dev.remit.contracts.agreements;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whatever is said of a version is computed again, and what was tampered with is named. */
@QuarkusTest
class VerificationTest extends ContractsTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.liquibase.username")
    String migrator;

    @ConfigProperty(name = "quarkus.liquibase.password")
    String password;

    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @Test
    void aSignedVersionIsIntact() {
        String version = firm.inCatalogue().active();
        String contentHash = owner(tenant).get(version).path("contentHash");
        partner(tenant)
                .get(version + "/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("checks.holds", everyItem(equalTo(true)))
                .body(
                        "checks.code",
                        contains(
                                "CONTENT_HASH",
                                "CONTENT_CANONICAL",
                                "CONTENT_SCHEMA",
                                "READING_COPY",
                                "CHANGES",
                                "DOCUMENT_HASH",
                                "DOCUMENT_CONTENT",
                                "DOCUMENT_SCHEMA",
                                "DOCUMENT_SIGNATURES",
                                "PARTIES",
                                "SIGNATURE",
                                "SIGNATURE"))
                .body("checks[0].found", equalTo(contentHash));
    }

    @Test
    void aProposalIsVerifiedAndADraftHasNothingYet() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        owner(tenant).get(version + "/verification").then().statusCode(404);
        firm.propose(version);
        owner(tenant)
                .get(version + "/verification")
                .then()
                .body("intact", equalTo(true))
                .body(
                        "checks.code",
                        contains("CONTENT_HASH", "CONTENT_CANONICAL", "CONTENT_SCHEMA", "READING_COPY", "CHANGES"));
    }

    @Test
    void papersAndAdoptionsAreVerifiedWithTheirFiles() throws SQLException {
        String adopted = firm.inCatalogue().withScan();
        once(owner(tenant), LawFirm.adoption()).post(adopted + "/adopt").then().statusCode(200);
        owner(tenant)
                .get(adopted + "/verification")
                .then()
                .body("intact", equalTo(true))
                .body("checks.code", hasItems("ADOPTION", "FILE"));

        changed("UPDATE agreement_file_part SET bytes = 'something else' WHERE tenant_id = UUID_TO_BIN(?)");
        owner(tenant)
                .get(adopted + "/verification")
                .then()
                .body("intact", equalTo(false))
                .body("checks.findAll { !it.holds }.code", contains("FILE"))
                .body("checks.find { it.code == 'FILE' }.expected", equalTo(LawFirm.SCAN_HASH))
                .body("checks.find { it.code == 'FILE' }.found", not(equalTo(LawFirm.SCAN_HASH)));
    }

    @Test
    void whatWasTamperedWithIsNamed() throws SQLException {
        String version = firm.inCatalogue().active();
        changed("UPDATE signature SET title = 'Caretaker' WHERE tenant_id = UUID_TO_BIN(?)");
        owner(tenant)
                .get(version + "/verification")
                .then()
                .body("intact", equalTo(false))
                .body("checks.findAll { !it.holds }.code", contains("DOCUMENT_SIGNATURES"));

        changed("UPDATE agreement_document SET bytes = REPLACE(bytes, '150.00', '15.000')"
                + " WHERE kind = 'PUBLISHED' AND tenant_id = UUID_TO_BIN(?)");
        owner(tenant)
                .get(version + "/verification")
                .then()
                .body(
                        "checks.findAll { !it.holds }.code",
                        hasItems("DOCUMENT_HASH", "DOCUMENT_CONTENT", "DOCUMENT_SIGNATURES"))
                .body("checks.find { it.code == 'CONTENT_HASH' }.holds", equalTo(true))
                .body("checks.find { it.code == 'CHANGES' }.holds", equalTo(true));

        changed("UPDATE agreement_document SET bytes = REPLACE(bytes, 'ACTIVATED', 'SOMETHING')"
                + " WHERE kind = 'CHANGES' AND tenant_id = UUID_TO_BIN(?)");
        owner(tenant)
                .get(version + "/verification")
                .then()
                .body("checks.find { it.code == 'CHANGES' }.holds", equalTo(false));
    }

    /** With the rights that the application does not have. */
    private void changed(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, migrator, password);
                PreparedStatement sql = connection.prepareStatement(statement)) {
            sql.setString(1, tenant.toString());
            assertEquals(true, sql.executeUpdate() > 0);
        }
    }
}
