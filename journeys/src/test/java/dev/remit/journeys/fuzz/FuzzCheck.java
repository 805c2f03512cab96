package dev.remit.journeys.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.journeys.proof.ConsoleAccounts;
import dev.remit.journeys.proof.Consumers;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Psa;
import dev.remit.journeys.proof.RoleTables;
import dev.remit.kit.testing.api.ApiDocument;
import dev.remit.kit.testing.api.Fuzz;
import dev.remit.kit.testing.api.RightRequest;
import dev.remit.stack.ServiceProcess;
import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random requests to every operation of the merged document, through the gateway and to the real services in the demo world,
 * each from somebody who may send it. No answer is a failure, none is undescribed, and whatever was accepted takes effect at
 * the neighbours. {@code -Dfuzz.seed} repeats a run, {@code -Dfuzz.cases} sets its length.
 */
class FuzzCheck {
    private static final int ROUND = 2_000;
    private static final String WEBHOOK = "POST /api/tickets/v1/connections/{id}/webhook";
    private static final long MOVE = 80_000;
    private static final Instant BEGIN = Instant.parse("2026-06-11T18:00:00Z");

    private static final Set<String> MACHINES = Set.of("psa-sync", "finance-pull", "integrator");
    private static final Map<String, Set<String>> ALLOWED = RoleTables.read();
    private static final Map<String, Supplier<String>> TOKENS = new HashMap<>();

    private static Stack stack;
    private static String connection;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.onFreePorts(Path.of("target", "stack-of-FuzzCheck")));
        stack.loadDemo();
        connection = stack.api()
                .as("owner")
                .get("/api/tickets/v1/connections")
                .at("/items/0/id")
                .asText();
        letIn(new ConsoleAccounts(stack, tenant()));
    }

    /** Of whom no list tells, so that no random request can lock them out. */
    private static void letIn(ConsoleAccounts accounts) {
        RoleTables.PLAYED_BY.forEach((role, name) -> {
            if (role.equals("operator")) {
                TOKENS.put(role, () -> stack.token(name));
            } else if (MACHINES.contains(role)) {
                String client = accounts.machine(role);
                TOKENS.put(role, () -> accounts.tokenOfMachine(client));
            } else {
                // An approver is what the client's list says: one who is locked out keeps the token, and is refused.
                String token =
                        role.equals("client-approver") ? stack.token(name) : accounts.tokenOf(accounts.person(role));
                TOKENS.put(role, () -> token);
            }
        });
    }

    private static String tenant() {
        String claims =
                new String(Base64.getUrlDecoder().decode(stack.token("owner").split("\\.")[1]), UTF_8);
        return claims.replaceFirst(".*\"tenant\":\"([^\"]+)\".*", "$1");
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.stop();
        }
    }

    @Test
    void everyAnswerIsDescribed() throws Exception {
        URI gateway = URI.create(stack.gatewayUrl());
        ApiDocument document = ApiDocument.parse(read(gateway.resolve("/openapi")));
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        int cases = Integer.getInteger("fuzz.cases", 20_000);
        List<String> wrong = new ArrayList<>();
        Map<String, Map<Integer, Integer>> tally = new TreeMap<>();
        for (int sent = 0; sent < cases && wrong.isEmpty(); sent += ROUND, seed++) {
            Random choice = new Random(seed);
            long round = seed;
            Fuzz fuzz = new Fuzz(gateway, document, operation -> request(operation, choice, round), seed);
            wrong.addAll(fuzz.run(Math.min(ROUND, cases - sent)));
            fuzz.tally()
                    .forEach((operation, statuses) -> statuses.forEach(
                            (status, times) -> tally.computeIfAbsent(operation, ignored -> new TreeMap<>())
                                    .merge(status, times, Integer::sum)));
        }
        tally.forEach((operation, statuses) -> System.out.println(operation + " " + statuses));
        assertEquals("", String.join("\n", wrong));
        assertTrue(tally.get(WEBHOOK).containsKey(200), () -> "no callback was taken: " + tally.get(WEBHOOK));
        List<ServiceProcess> services = Stream.of("contracts", "tickets", "billing", "notifications")
                .map(stack::service)
                .toList();
        Eventually.see("that nobody is behind", () -> Consumers.behind(stack, services), Map::isEmpty);
    }

    /** From one of those who may send it, so that in the end everybody has sent everything. */
    private static RightRequest request(String operation, Random choice, long round) {
        if (operation.equals(WEBHOOK)) {
            return RightRequest.by(null)
                    .at("id", connection)
                    .with(callback(round))
                    .signed(body -> Map.of(Psa.SIGNATURE, Psa.signature(body)));
        }
        List<String> roles = List.copyOf(ALLOWED.get(operation));
        String role = roles.get(choice.nextInt(roles.size()));
        return RightRequest.by(TOKENS.get(role).get());
    }

    /** Of a ticket in one round and of work on it in the next. */
    private static String callback(long round) {
        return round % 2 == 0
                ? Psa.officeMoveAdded(MOVE, BEGIN)
                : Psa.workAdded(MOVE + 1, MOVE, BEGIN, BEGIN.plusSeconds(3_600));
    }

    private static String read(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Accept", "application/json")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
