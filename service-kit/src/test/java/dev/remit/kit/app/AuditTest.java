package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.trace.Trace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whoever changes something is on record, with what was there before, and the record cannot be mended afterwards. */
@QuarkusTest
class AuditTest extends KitTest {
    private static final String AUDIT = "/api/gadgets/v1/audit";
    private static final int COMMAND_DENIED = 1142;

    @Inject
    Sql sql;

    @Inject
    Tenancy tenancy;

    @Inject
    Gadgets gadgets;

    @ConfigProperty(name = "REMIT_DB_URL")
    String url;

    @ConfigProperty(name = "REMIT_DB_MIGRATOR_USER")
    String migrator;

    @ConfigProperty(name = "REMIT_DB_MIGRATOR_PASSWORD")
    String migratorPassword;

    private final UUID tenant = TestTenants.fresh();

    @Test
    void aChangeSaysWhoDidWhatToWhichObjectAndWhatWasThereBefore() {
        String id = make(tenant, "lamp");
        rename(id, "torch");
        audit().body("items.number", contains(2, 1))
                .body("items.record.change", contains("CHANGED", "CREATED"))
                .body("items.record.operation", contains("rename", "create"))
                .body("items.record.object.type", contains("gadget", "gadget"))
                .body("items.record.object.id", contains(id, id))
                .body("items[0].record.actor.kind", equalTo("PERSON"))
                .body("items[0].record.actor.name", equalTo("Test owner"))
                .body("items[0].record.actor.roles", contains("owner"))
                .body("items[0].record.before", equalTo(Map.of("name", "lamp")))
                .body("items[0].record.after", equalTo(Map.of("name", "torch")))
                .body("items[1].record.before", nullValue())
                .body("items[1].record.after.name", equalTo("lamp"));
        intact(2);
    }

    @Test
    void anybodyCanComputeARecordsHashAgain() {
        make(tenant, "lamp");
        Map<String, Object> entry = audit().extract().path("items[0]");
        HexFormat hex = HexFormat.of();
        byte[] salt = hex.parseHex((String) entry.get("salt"));
        byte[] seal = Sha256.of(Sha256.of(salt), CanonicalJson.bytes(entry.get("record")));
        assertEquals(entry.get("seal"), hex.formatHex(seal));
        byte[] origin = Sha256.of(CanonicalJson.bytes(List.of("remit-chain/1", "audit/gadgets/" + tenant)));
        assertEquals(entry.get("hash"), Sha256.hex(concatenated(origin, seal)));
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void workOfOurOwnIsTheSystems() {
        tenancy.runAs(tenant, () -> {
            Trace.operation("spring-cleaning");
            gadgets.persist(new Gadget(UUID.randomUUID(), "broom", Instant.EPOCH));
        });
        audit().body("items.record.actor.kind", contains("SYSTEM"))
                .body("items.record.actor.id", contains("gadgets"))
                .body("items.record.operation", contains("spring-cleaning"));
    }

    @Test
    void aConnectionWhoseSignatureWasCheckedIsNamed() {
        tenancy.callAs(tenant, "cw-1", () -> {
            gadgets.persist(new Gadget(UUID.randomUUID(), "broom", Instant.EPOCH));
            return null;
        });
        audit().body("items.record.actor", contains(Map.of("kind", "CONNECTION", "id", "cw-1")));
    }

    @Test
    void aDeletedObjectIsShownAsItWas() {
        UUID id = UUID.fromString(make(tenant, "lamp"));
        tenancy.runAs(tenant, () -> gadgets.delete(gadgets.findById(id)));
        audit().body("items[0].record.change", equalTo("DELETED"))
                .body("items[0].record.before.name", equalTo("lamp"))
                .body("items[0].record.after", nullValue());
    }

    @Test
    void whatComesToNothingIsNoChange() {
        String id = make(tenant, "lamp");
        tenancy.runAs(tenant, () -> {
            gadgets.findById(UUID.fromString(id)).name = "torch";
            gadgets.flush();
            gadgets.findById(UUID.fromString(id)).name = "lamp";
        });
        assertThrows(
                IllegalStateException.class,
                () -> tenancy.runAs(tenant, () -> {
                    gadgets.findById(UUID.fromString(id)).name = "torch";
                    gadgets.flush();
                    throw new IllegalStateException("changed its mind");
                }));
        intact(1);
    }

    @Test
    void aRepeatedRequestLeavesOneRecord() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            owner(tenant)
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body("{\"name\":\"lamp\"}")
                    .post(GADGETS)
                    .then()
                    .statusCode(201);
        }
        intact(1);
    }

    @Test
    void manyAtOnceMakeOneChainWithoutGaps() throws Exception {
        List<Callable<Void>> makers = IntStream.range(0, 40)
                .<Callable<Void>>mapToObj(i -> () -> {
                    make(tenant, "lamp " + i);
                    return null;
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var made : threads.invokeAll(makers)) {
                made.get();
            }
        }
        intact(40);
        audit("?limit=40")
                .body(
                        "items.number",
                        equalTo(IntStream.iterate(40, number -> number - 1)
                                .limit(40)
                                .boxed()
                                .toList()));
    }

    @Test
    void recordsAreFoundByObjectActorOperationAndTime() {
        String lamp = make(tenant, "lamp");
        make(tenant, "broom");
        rename(lamp, "torch");
        String actor = audit().extract().path("items[0].record.actor.id");
        String at = audit().extract().path("items[0].record.at");
        audit("?objectType=gadget&objectId=" + lamp).body("items.number", contains(3, 1));
        audit("?operation=create").body("items.number", contains(2, 1));
        audit("?actor=" + actor).body("items", hasSize(3));
        audit("?actor=nobody").body("items", empty());
        audit("?from=" + at).body("items.number", contains(3));
        audit("?operation=create&to=" + at).body("items.number", contains(2, 1));
        String next = audit("?limit=2").extract().path("next");
        audit("?limit=2&cursor=" + next).body("items.number", contains(1)).body("next", nullValue());
    }

    @Test
    void ownerAndAuditorReadItAndNobodyElse() {
        make(tenant, "lamp");
        as(tenant, "auditor").get(AUDIT).then().statusCode(200).body("items", hasSize(1));
        as(tenant, "technician").get(AUDIT).then().statusCode(403);
        as(tenant, "technician").get(AUDIT + "/verification").then().statusCode(403);
        given().get(AUDIT).then().statusCode(401);
        owner(TestTenants.fresh()).get(AUDIT).then().statusCode(200).body("items", empty());
    }

    @Test
    void theServiceItselfCannotChangeWhatItWrote() {
        make(tenant, "lamp");
        denied("UPDATE audit_record SET operation = 'nothing' WHERE tenant_id = ?", tenant);
        denied("DELETE FROM audit_record WHERE tenant_id = ?", tenant);
        denied("DELETE FROM audit_head WHERE tenant_id = ?", tenant);
        denied("UPDATE audit_waiting SET facts = '{}' WHERE tenant_id = ?", tenant);
    }

    @Test
    void noChangeWaitsForTheChain() throws SQLException {
        make(tenant, "lamp");
        intact(1);
        try (Connection sequencer = DriverManager.getConnection(url, migrator, migratorPassword)) {
            sequencer.setAutoCommit(false);
            try (PreparedStatement head =
                    sequencer.prepareStatement("SELECT length FROM audit_head WHERE tenant_id = ? FOR UPDATE")) {
                head.setBytes(1, idBytes());
                head.executeQuery();
            }
            make(tenant, "broom");
            make(tenant, "torch");
            sequencer.rollback();
        }
        intact(3);
    }

    @Test
    void aTenantWhoseRecordsCannotBeChainedKeepsNoOtherWaiting() {
        UUID first = new UUID(0, TestTenants.fresh().getLeastSignificantBits());
        waiting(first, "no JSON");
        try {
            waiting(tenant, "{}");
            awaitChained(tenant);
        } finally {
            sql.update("DELETE FROM audit_waiting WHERE tenant_id = ?", first);
        }
    }

    @Test
    void whatAServiceDidNotLiveToChainIsChainedAllTheSame() {
        waiting(tenant, "{}");
        awaitChained(tenant);
        intact(1);
    }

    /** A committed record that nobody was nudged for. */
    private void waiting(UUID whose, String facts) {
        tenancy.runAs(
                whose,
                () -> sql.update(
                        "INSERT INTO audit_waiting (tenant_id, at, operation, actor, object_type, object_id, facts)"
                                + " VALUES (?, ?, 'create', 'nobody', 'gadget', '1', ?)",
                        whose,
                        Instant.EPOCH,
                        facts.getBytes(StandardCharsets.UTF_8)));
    }

    private void awaitChained(UUID whose) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sql.first("SELECT hash FROM audit_record WHERE tenant_id = ?", row -> row.bytes(1), whose)
                        .isPresent());
    }

    @Test
    void whateverIsDoneToItShows() throws SQLException {
        for (int i = 0; i < 4; i++) {
            make(tenant, "lamp " + i);
        }
        asMigrator("DELETE FROM audit_record WHERE number = 3 AND tenant_id = ?");
        verification().body("intact", equalTo(false)).body("firstBroken", equalTo(3));
        asMigrator("UPDATE audit_record SET record = REPLACE(record, 'lamp 1', 'lamp 9')"
                + " WHERE number = 2 AND tenant_id = ?");
        verification().body("intact", equalTo(false)).body("firstBroken", equalTo(2));
    }

    @Test
    void aVerificationGoesOnFromANotedRecord() throws SQLException {
        for (int i = 0; i < 3; i++) {
            make(tenant, "lamp " + i);
        }
        String noted = verification().body("next", nullValue()).extract().path("hash");
        make(tenant, "lamp 4");
        asMigrator("UPDATE audit_record SET record = REPLACE(record, 'lamp 0', 'lamp 9')"
                + " WHERE number = 1 AND tenant_id = ?");
        owner(tenant)
                .get(AUDIT + "/verification?after=3")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("previous", equalTo(noted))
                .body("records", equalTo(4));
        verification().body("intact", equalTo(false)).body("firstBroken", equalTo(1));
        owner(tenant).get(AUDIT + "/verification?after=5").then().statusCode(400);
    }

    @Test
    void aRecordThatHasAnotherHashThanWasNotedCountsAsBroken() {
        make(tenant, "lamp");
        make(tenant, "broom");
        String noted = verification().extract().path("hash");
        make(tenant, "torch");
        from(2, noted).then().statusCode(200).body("intact", equalTo(true)).body("records", equalTo(3));
        from(2, noted.replaceFirst("^.", noted.startsWith("0") ? "1" : "0"))
                .then()
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("previous", equalTo(noted))
                .body("firstBroken", equalTo(2))
                .body("records", equalTo(1));
        from(2, "x").then().statusCode(400);
    }

    private Response from(int after, String hash) {
        return owner(tenant).get(AUDIT + "/verification?after=" + after + "&hash=" + hash);
    }

    @Test
    void anEndThatWasCutOffShows() throws SQLException {
        make(tenant, "lamp");
        make(tenant, "broom");
        asMigrator("DELETE FROM audit_record WHERE number = 2 AND tenant_id = ?");
        verification().body("intact", equalTo(false)).body("firstBroken", equalTo(2));
    }

    @Test
    void anErasedRecordLeavesTheChainWhole() throws SQLException {
        make(tenant, "lamp");
        make(tenant, "broom");
        asMigrator("UPDATE audit_record SET salt = NULL, record = NULL WHERE number = 1 AND tenant_id = ?");
        intact(2);
        audit().body("items[1].record", nullValue()).body("items[1].salt", nullValue());
    }

    private void asMigrator(String statement) throws SQLException {
        // Once it is read, all that was committed is in the chain.
        audit();
        try (Connection connection = DriverManager.getConnection(url, migrator, migratorPassword);
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setBytes(1, idBytes());
            assertEquals(1, prepared.executeUpdate(), statement);
        }
    }

    private byte[] idBytes() {
        return HexFormat.of().parseHex(tenant.toString().replace("-", ""));
    }

    private void denied(String statement, Object... arguments) {
        SqlFailure failure = assertThrows(SqlFailure.class, () -> sql.update(statement, arguments));
        assertEquals(Optional.of(COMMAND_DENIED), SqlFailure.errorOf(failure));
    }

    private void rename(String id, String name) {
        owner(tenant)
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(Map.of("name", name))
                .put(GADGETS + "/" + id + "/name")
                .then()
                .statusCode(200);
    }

    private void intact(int records) {
        verification().body("intact", equalTo(true)).body("records", equalTo(records));
    }

    private ValidatableResponse verification() {
        return owner(tenant).get(AUDIT + "/verification").then().statusCode(200);
    }

    private ValidatableResponse audit() {
        return audit("");
    }

    private ValidatableResponse audit(String query) {
        return owner(tenant).get(AUDIT + query).then().statusCode(200);
    }
}
