package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.idempotency.KeyRetentionNow;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest extends KitTest {
    @Inject
    Sql sql;

    @Inject
    KeyRetentionNow retention;

    private final UUID tenant = TestTenants.fresh();
    private final String key = UUID.randomUUID().toString();

    private Response post(UUID as, String name) {
        return owner(as)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("name", name))
                .post(GADGETS);
    }

    private long gadgets() {
        return sql.first("SELECT COUNT(*) FROM gadget WHERE tenant_id = ?", row -> row.number(1), tenant)
                .orElseThrow();
    }

    private long events() {
        return sql.first("SELECT COUNT(*) FROM outbox WHERE tenant_id = ?", row -> row.number(1), tenant)
                .orElseThrow();
    }

    @Test
    void repetitionHasTheSameBytesAndHeaders() {
        Response first = post(tenant, "ladder");
        Response again = post(tenant, "ladder");
        first.then().statusCode(201).header("Idempotent-Replayed", nullValue());
        again.then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"))
                .contentType("application/json");
        assertTrue(first.header("ETag").startsWith("\"0."), first.header("ETag"));
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        assertEquals(1, gadgets());
        assertEquals(1, events());
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        post(tenant, "ladder").then().statusCode(201);
        post(tenant, "crane").then().statusCode(422).body("type", equalTo("https://remit.dev/problems/key-reused"));
        assertEquals(1, gadgets());
    }

    @Test
    void keysOfTenantsAreApart() {
        post(tenant, "ladder").then().statusCode(201);
        post(TestTenants.fresh(), "crane").then().statusCode(201);
    }

    private Response postAsApprover(String client, String username) {
        return given().auth()
                .oauth2(TestTokens.as("client-approver")
                        .tenant(tenant)
                        .client(client)
                        .username(username)
                        .token())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("name", "ladder"))
                .post(GADGETS);
    }

    @Test
    void answerToAClientsApproverIsTheirsAlone() {
        Response first = postAsApprover("whitfield-crane", "partner");
        first.then().statusCode(201);
        for (Response other : List.of(
                postAsApprover("harbour", "partner"),
                postAsApprover("whitfield-crane", "deputy"),
                post(tenant, "ladder"))) {
            other.then()
                    .statusCode(409)
                    .header("Idempotent-Replayed", nullValue())
                    .body("type", equalTo("https://remit.dev/problems/conflict"));
        }
        Response again = postAsApprover("whitfield-crane", "partner");
        again.then().statusCode(201).header("Idempotent-Replayed", "true");
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        assertEquals(1, gadgets());
    }

    @Test
    void keyIsRequired() {
        owner(tenant)
                .contentType("application/json")
                .body(Map.of("name", "ladder"))
                .post(GADGETS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("Idempotency-Key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "ümlaut", ""})
    void keyMustBeSane(String odd) {
        owner(tenant)
                .header("Idempotency-Key", odd)
                .contentType("application/json")
                .body(Map.of("name", "ladder"))
                .post(GADGETS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("Idempotency-Key"));
    }

    @Test
    void refusedFactLeavesItsKeyFree() {
        post(tenant, "impossible").then().statusCode(409);
        post(tenant, "ladder").then().statusCode(201);
    }

    @Test
    void manyAtOnceMakeOne() throws Exception {
        List<Response> answers = atOnce(16, () -> post(tenant, "ladder"));
        answers.forEach(answer -> assertTrue(
                answer.statusCode() == 201 || answer.statusCode() == 409,
                () -> answer.statusCode() + answer.asString()));
        assertEquals(1, gadgets());
        assertEquals(1, events());
        long made = answers.stream()
                .filter(answer -> answer.statusCode() == 201 && answer.header("Idempotent-Replayed") == null)
                .count();
        assertEquals(1, made);
        post(tenant, "ladder").then().statusCode(201).header("Idempotent-Replayed", "true");
    }

    @Test
    void duplicateInFlightWaitsThenIsToldToComeBack() throws Exception {
        String name = "slow-" + tenant;
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        GadgetResource.WHILE_MAKING.put(name, () -> {
            running.countDown();
            await(release);
        });
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Response> first = threads.submit(() -> post(tenant, name));
            await(running);
            post(tenant, name)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", "1")
                    .body("type", equalTo("https://remit.dev/problems/busy"));
            release.countDown();
            first.get(20, TimeUnit.SECONDS).then().statusCode(201);
        }
        post(tenant, name).then().statusCode(201).header("Idempotent-Replayed", "true");
        assertEquals(1, gadgets());
    }

    @Test
    void deadlockIsTriedAgain() throws Exception {
        String left = make(tenant, "left");
        String right = make(tenant, "right");
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        GadgetResource.WHILE_MAKING.put("left-first-" + tenant, () -> touchInTurn(left, right, bothHoldOne));
        GadgetResource.WHILE_MAKING.put("right-first-" + tenant, () -> touchInTurn(right, left, bothHoldOne));
        List<String> names = List.of("left-first-" + tenant, "right-first-" + tenant);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            var answers = names.stream()
                    .map(name -> threads.submit(
                            () -> sending(tenant, "{\"name\":\"" + name + "\"}").post(GADGETS)))
                    .toList();
            for (Future<Response> answer : answers) {
                answer.get(30, TimeUnit.SECONDS).then().statusCode(201);
            }
        }
        assertEquals(4, gadgets());
    }

    private void touchInTurn(String one, String other, CountDownLatch bothHoldOne) {
        touch(one);
        bothHoldOne.countDown();
        await(bothHoldOne);
        touch(other);
    }

    @Test
    void aFactThatMeetsARowOfAnotherIsTriedAgain() {
        String name = "twice-" + tenant;
        AtomicInteger tries = new AtomicInteger();
        GadgetResource.WHILE_MAKING.put(name, () -> {
            if (tries.incrementAndGet() == 1) {
                insertTwice();
            }
        });
        post(tenant, name).then().statusCode(201);
        assertEquals(2, tries.get());
        post(tenant, name).then().statusCode(201).header("Idempotent-Replayed", "true");
    }

    @Test
    void aFactThatAlwaysMeetsADuplicateIsAFaultOfOurs() {
        String name = "never-" + tenant;
        GadgetResource.WHILE_MAKING.put(name, this::insertTwice);
        post(tenant, name).then().statusCode(500).body("type", equalTo("https://remit.dev/problems/internal-error"));
        assertEquals(0, gadgets());
    }

    private void insertTwice() {
        UUID id = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            sql.update("INSERT INTO signed_gadget (id, tenant_id) VALUES (?, ?)", id, tenant);
        }
    }

    private void touch(String id) {
        sql.update(
                "UPDATE gadget SET made_at = made_at + INTERVAL 1 SECOND WHERE tenant_id = ? AND id = ?",
                tenant,
                UUID.fromString(id));
    }

    @Test
    void oldKeysAreForgotten() {
        post(tenant, "ladder").then().statusCode(201);
        age(Duration.ofDays(29));
        retention.forgetOldKeys();
        post(tenant, "ladder").then().header("Idempotent-Replayed", "true");
        age(Duration.ofDays(2));
        retention.forgetOldKeys();
        post(tenant, "other ladder").then().statusCode(201).header("Idempotent-Replayed", nullValue());
    }

    private void age(Duration by) {
        sql.update(
                "UPDATE idempotency_key SET created_at = created_at - INTERVAL ? SECOND WHERE tenant_id = ?",
                by.toSeconds(),
                tenant);
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            CountDownLatch ready = new CountDownLatch(times);
            List<Future<T>> answers = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        ready.countDown();
                        await(ready);
                        return call.call();
                    }))
                    .toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get(30, TimeUnit.SECONDS));
            }
            return results;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
