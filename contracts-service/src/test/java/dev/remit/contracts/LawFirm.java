package dev.remit.contracts;

import static dev.remit.contracts.ContractsTest.API;
import static dev.remit.contracts.ContractsTest.once;
import static dev.remit.contracts.ContractsTest.owner;
import static dev.remit.contracts.ContractsTest.partner;

import dev.remit.engines.evidence.Sha256;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** Whitfield & Crane LLP in a tenant of its own, taken as far through the signing of its contract as a test needs. */
public final class LawFirm {
    /** The scan of a signed paper. */
    public static final byte[] SCAN = "%PDF-1.7 signed by both".getBytes(StandardCharsets.UTF_8);

    public static final String SCAN_HASH = Sha256.hex(SCAN);

    private final UUID tenant;

    public LawFirm(UUID tenant) {
        this.tenant = tenant;
    }

    /** The client and the two items of the catalogue. */
    public LawFirm inCatalogue() {
        once(owner(tenant), read("client.json")).post(API + "/clients").then().statusCode(201);
        for (String item : new String[] {"office-move.json", "password-reset.json"}) {
            once(owner(tenant), read(item))
                    .post(API + "/catalogue/items")
                    .then()
                    .statusCode(201);
        }
        return this;
    }

    /** Path of a new agreement. */
    public String agreement() {
        return once(owner(tenant), Map.of("clientCode", "whitfield-crane", "title", "Managed IT services"))
                .post(API + "/agreements")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    /** Path of a draft of these terms. */
    public String draft(String agreement, EditedTerms terms) {
        return once(owner(tenant), terms.json())
                .post(agreement + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    /** Path of a draft from a template, beginning today. */
    public String copy(String agreement, String template) {
        return once(owner(tenant), Map.of("from", Map.of("template", template), "effectiveFrom", today().toString()))
                .post(agreement + "/drafts")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    /** The content hash of a version that is proposed now. */
    public String propose(String version) {
        return once(owner(tenant))
                .post(version + "/propose")
                .then()
                .statusCode(200)
                .extract()
                .path("contentHash");
    }

    public void signByBoth(String version, String contentHash) {
        once(owner(tenant), Map.of("name", "John Beacon", "title", "Owner", "contentHash", contentHash))
                .post(version + "/signatures")
                .then()
                .statusCode(201);
        once(
                        partner(tenant),
                        Map.of("name", "Eleanor Whitfield", "title", "Managing partner", "contentHash", contentHash))
                .post(version + "/signatures")
                .then()
                .statusCode(201);
    }

    /** The withdrawn version. */
    public ValidatableResponse cancelByBoth(String version, String reason) {
        cancelByMsp(version, reason);
        return once(partner(tenant), Map.of("reason", reason))
                .post(version + "/cancel")
                .then()
                .statusCode(200);
    }

    public void cancelByMsp(String version, String reason) {
        once(owner(tenant), Map.of("reason", reason))
                .post(version + "/cancel")
                .then()
                .statusCode(200);
    }

    /** Sends the scan of a signed paper, and gives its hash. */
    public String file(String agreement) {
        owner(tenant)
                .contentType("application/pdf")
                .body(SCAN)
                .put(agreement + "/files/" + SCAN_HASH + "?name=signed.pdf")
                .then()
                .statusCode(200);
        return SCAN_HASH;
    }

    /** The managing partner's signature on paper, of today, whose scan was sent. */
    public String paperSignature(String version, String contentHash) {
        return "{\"party\":\"CLIENT\",\"name\":\"Eleanor Whitfield\",\"title\":\"Managing partner\",\"signedOn\":\""
                + today()
                + "\",\"approver\":\"partner\",\"contentHash\":\"" + contentHash + "\",\"file\":\""
                + file(version.replaceFirst("/versions/.*", "")) + "\"}";
    }

    /** Path of a draft of the usual terms, of an agreement to which a scan was sent. */
    public String withScan() {
        String agreement = agreement();
        file(agreement);
        return draft(agreement, terms());
    }

    /** Word that the agreement of {@link #withScan} was signed elsewhere. */
    public static String adoption() {
        return "{\"signedOn\":\"2025-12-01\",\"file\":\"" + SCAN_HASH + "\",\"signers\":["
                + "{\"party\":\"MSP\",\"name\":\"John Beacon\",\"title\":\"Owner\"},"
                + "{\"party\":\"CLIENT\",\"name\":\"Eleanor Whitfield\",\"title\":\"Managing partner\"}]}";
    }

    public ValidatableResponse activate(String version) {
        return once(owner(tenant)).post(version + "/activate").then();
    }

    /** Path of a version of these terms that both parties have signed. */
    public String signed(String agreement, EditedTerms terms) {
        String version = draft(agreement, terms);
        signByBoth(version, propose(version));
        return version;
    }

    /** Path of a published version of these terms. */
    public String active(String agreement, EditedTerms terms) {
        String version = signed(agreement, terms);
        activate(version).statusCode(200);
        return version;
    }

    /** Path of a version of the usual terms that is in force. */
    public String active() {
        return active(agreement(), terms());
    }

    /** Path of a version of the usual terms that begins in a month. */
    public String scheduled() {
        return active(agreement(), terms().with("/effectiveFrom", "\"" + today().plusMonths(1) + "\""));
    }

    /** The law firm's local date. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/New_York"));
    }

    public static EditedTerms terms() {
        return new EditedTerms(read("terms.json"));
    }

    public static String read(String file) {
        try (InputStream in = LawFirm.class.getResourceAsStream("/law-firm/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
