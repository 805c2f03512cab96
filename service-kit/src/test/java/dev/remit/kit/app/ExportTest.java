package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.ExportedLines;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportTest extends KitTest {
    private static final String EXPORT = "/api/gadgets/v1/export";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SECRET = "open sesame";

    @Inject
    Sql sql;

    private final UUID tenant = TestTenants.fresh();

    @Test
    void everyRowOfTheTenantIsALineAndNobodyElses() {
        String lamp = make(tenant, "lamp");
        String broom = make(tenant, "broom");
        make(TestTenants.fresh(), "another's");

        ExportedLines lines = export(tenant);

        assertEquals(
                Map.of("audit-head", 1L, "audit-record", 2L, "gadget", 2L),
                lines.counts(),
                () -> String.join("\n", lines.all()));
        List<JsonNode> gadgets = lines.of("gadget");
        assertEquals(
                List.of(broom, lamp),
                gadgets.stream().map(line -> line.path("id").asText()).toList());
        JsonNode data = gadgets.getLast().path("data");
        assertEquals("lamp", data.path("name").asText());
        assertEquals(lamp, data.path("id").asText());
        assertTrue(Instant.parse(data.path("madeAt").asText()).isAfter(Instant.EPOCH));
        assertEquals(0, data.path("version").asInt());
    }

    @Test
    void firstLineSaysWhatItIsAndLastLineWhetherItIsWhole() {
        make(tenant, "lamp");
        Instant before = Instant.now();
        byte[] body = exported(tenant).asByteArray();
        ExportedLines lines = ExportedLines.of(body);

        assertEquals("remit-tenant-export/1", lines.first().path("schema").asText());
        assertEquals("gadgets", lines.first().path("service").asText());
        assertEquals(tenant.toString(), lines.first().path("tenantId").asText());
        assertFalse(Instant.parse(lines.first().path("moment").asText()).isBefore(before));
        assertEquals(3, lines.last().path("records").asInt());
        int beforeLast = body.length - lines.all().getLast().getBytes(StandardCharsets.UTF_8).length - 1;
        assertEquals(
                Sha256.hex(Arrays.copyOf(body, beforeLast)),
                lines.last().path("sha256").asText());
    }

    @Test
    void everyTypeOfColumnHasItsForm() {
        UUID other = UUID.randomUUID();
        byte[] notText = {(byte) 0xff, 0, 1};
        sql.update(
                "INSERT INTO odd_gadget (tenant_id, code, hash, made_on, spare, weight, words, notes, file, picture,"
                        + " api_secret, refers_to) VALUES (?, 'o1', ?, '2026-06-12', TRUE, 7, 'größer', '{\"a\": [1]}',"
                        + " ?, ?, ?, ?)",
                tenant,
                Sha256.of("x".getBytes(StandardCharsets.UTF_8)),
                "{\"b\":  2}".getBytes(StandardCharsets.UTF_8),
                notText,
                SECRET,
                other);

        JsonNode line = export(tenant).of("odd-gadget").getFirst();

        assertEquals("o1", line.path("id").asText());
        JsonNode data = line.path("data");
        assertEquals(
                Sha256.hex("x".getBytes(StandardCharsets.UTF_8)),
                data.path("hash").asText());
        assertEquals("2026-06-12", data.path("madeOn").asText());
        assertTrue(data.path("spare").booleanValue());
        assertEquals(7, data.path("weight").intValue());
        assertEquals("größer", data.path("words").asText());
        assertEquals(1, data.path("notes").path("a").path(0).intValue());
        assertEquals("{\"b\":  2}", data.path("file").asText(), "the bytes as they are");
        assertEquals("/wAB", data.path("picture").path("base64").asText());
        assertEquals(other.toString(), data.path("refersTo").asText());
        assertFalse(data.has("absent"));
    }

    @Test
    void secretsAndSaltsStayOut() {
        make(tenant, "lamp");
        sql.update(
                "INSERT INTO odd_gadget (tenant_id, code, hash, made_on, spare, weight, api_secret)"
                        + " VALUES (?, 'o2', ?, '2026-06-12', FALSE, 0, ?)",
                tenant,
                new byte[32],
                SECRET);
        byte[] salt = await().until(
                        () -> sql.first(
                                "SELECT salt FROM audit_record WHERE tenant_id = ?", row -> row.bytes(1), tenant),
                        Optional::isPresent)
                .orElseThrow();

        String body = exported(tenant).asString();

        assertFalse(body.contains(SECRET));
        assertFalse(body.contains(HexFormat.of().formatHex(salt)));
        JsonNode record = ExportedLines.of(body.getBytes(StandardCharsets.UTF_8))
                .of("audit-record")
                .getFirst();
        assertTrue(record.path("data").has("seal"));
        assertTrue(record.path("data").path("record").asText().startsWith("{\"actor\""));
    }

    @Test
    void allLinesAreOfOneMoment() throws Exception {
        String id = make(tenant, "before");
        fillMoreThanAnyBuffer();
        try (InputStream stream = begun()) {
            owner(tenant)
                    .header("If-Match", "\"0\"")
                    .contentType("application/json")
                    .body("{\"name\":\"after\"}")
                    .put(GADGETS + "/" + id + "/name")
                    .then()
                    .statusCode(200);
            List<String> rest = ExportedLines.of(stream.readAllBytes()).all();
            assertTrue(rest.stream().anyMatch(line -> line.contains("\"name\":\"before\"")));
            assertTrue(rest.stream().noneMatch(line -> line.contains("\"name\":\"after\"")));
            assertTrue(rest.getLast().contains("\"big-gadget\":24"));
        }
    }

    @Test
    void aTenantHasOneAtATime() throws Exception {
        fillMoreThanAnyBuffer();
        try (InputStream stream = begun()) {
            owner(tenant)
                    .get(EXPORT)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "30")
                    .contentType("application/problem+json");
            stream.readAllBytes();
        }
        exported(tenant);
    }

    /** The table comes before that of gadgets, so that a change can be made before those are read. */
    private void fillMoreThanAnyBuffer() {
        byte[] big = new byte[1 << 20];
        Arrays.fill(big, (byte) 'x');
        for (int i = 0; i < 24; i++) {
            sql.update("INSERT INTO big_gadget (tenant_id, number, bytes) VALUES (?, ?, ?)", tenant, i, big);
        }
    }

    /** An export of which something was sent, and the rest is waiting for its reader. */
    private InputStream begun() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + EXPORT))
                .header(
                        "Authorization",
                        "Bearer " + TestTokens.as("owner").tenant(tenant).token())
                .build();
        HttpResponse<InputStream> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    @Test
    void ownersAloneMayTakeItAlong() {
        for (String role : List.of("auditor", "technician", "finance", "integrator", "client-approver", "operator")) {
            as(tenant, role).get(EXPORT).then().statusCode(403);
        }
        given().get(EXPORT).then().statusCode(401);
    }

    private static ExportedLines export(UUID tenant) {
        return ExportedLines.of(exported(tenant).asByteArray());
    }

    private static Response exported(UUID tenant) {
        return owner(tenant)
                .get(EXPORT)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .response();
    }
}
