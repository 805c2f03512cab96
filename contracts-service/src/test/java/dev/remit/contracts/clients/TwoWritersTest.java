package dev.remit.contracts.clients;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of two who change what both have read, the second is told that it is stale. */
@QuarkusTest
class TwoWritersTest extends ContractsTest {
    private static final String CLIENT = API + "/clients/whitfield-crane";
    private static final String RENAMED = """
            {"name": "Whitfield & Daughters LLP", "timeZone": "America/New_York", "currency": "USD"}
            """;

    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @Inject
    Tenancy tenancy;

    @Inject
    ClientRepository clients;

    @Inject
    Ids ids;

    @Test
    void oneOfTwoChangesOfAClientIsStale() throws Exception {
        firm.inCatalogue();
        assertEquals(List.of(200, 412), together(CLIENT, RENAMED));
    }

    @Test
    void oneOfTwoChangesOfACatalogueItemIsStale() throws Exception {
        firm.inCatalogue();
        assertEquals(
                List.of(200, 412), together(API + "/catalogue/items/office-move", "{\"name\": \"Move of an office\"}"));
    }

    @Test
    void oneOfTwoChangesOfADraftIsStale() throws Exception {
        firm.inCatalogue();
        String draft = firm.draft(firm.agreement(), LawFirm.terms());
        assertEquals(
                List.of(200, 412),
                together(
                        draft,
                        LawFirm.terms().with("/effectiveFrom", "\"2026-02-01\"").json()));
    }

    @Test
    void changeOfWhatWasReadWithoutALockIsStale() {
        firm.inCatalogue();
        Throwable failure = assertThrows(
                Throwable.class,
                () -> tenancy.runAs(tenant, () -> {
                    Client read = clients.byCode("whitfield-crane").orElseThrow();
                    change(tenant, CLIENT, "*", RENAMED).statusCode(200);
                    read.take(details("Crane & Whitfield LLP"), Instant.EPOCH, ids::next);
                }));

        assertTrue(
                Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(OptimisticLockException.class::isInstance),
                failure::toString);
        owner(tenant).get(CLIENT).then().body("name", equalTo("Whitfield & Daughters LLP"));
    }

    @Test
    void changeOfASiteAloneCountsWhileTheClockStands() {
        UUID sandbox = TestTenants.SANDBOX;
        String now = owner(sandbox).get(API + "/sandbox/clock").then().extract().path("now");
        once(owner(sandbox), Map.of("now", now))
                .post(API + "/sandbox/clock")
                .then()
                .statusCode(200);
        String client = API + "/clients/" + UUID.randomUUID();
        String code = client.substring(client.lastIndexOf('/') + 1);
        String body = """
                {%s"name": "A small firm", "timeZone": "UTC", "currency": "USD",
                 "sites": [{"code": "hq", "name": "%s", "timeZone": "UTC"}]}
                """;
        once(owner(sandbox), body.formatted("\"code\": \"" + code + "\", ", "Head office"))
                .post(API + "/clients")
                .then()
                .statusCode(201);
        String read = owner(sandbox).get(client).header("ETag");

        String changed = change(sandbox, client, read, body.formatted("", "Head office, second floor"))
                .statusCode(200)
                .header("ETag", not(read))
                .extract()
                .header("ETag");
        assertEquals(changed, owner(sandbox).get(client).header("ETag"));
        change(sandbox, client, read, body.formatted("", "Head office, third floor"))
                .statusCode(412);
    }

    /** The statuses, sorted, of two changes that go by the same ETag, at the same moment. */
    private List<Integer> together(String path, String body) throws Exception {
        String read = owner(tenant).get(path).header("ETag");
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Integer> writer = () -> {
            start.await();
            return change(tenant, path, read, body).extract().statusCode();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = threads.invokeAll(List.of(writer, writer));
            return Stream.of(answers.get(0).get(), answers.get(1).get())
                    .sorted()
                    .toList();
        }
    }

    private static ValidatableResponse change(UUID tenant, String path, String ifMatch, String body) {
        return owner(tenant)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }

    private static ClientDetails details(String name) {
        return new ObjectMapper()
                .convertValue(
                        Map.of("name", name, "timeZone", "America/New_York", "currency", "USD"), ClientDetails.class);
    }
}
