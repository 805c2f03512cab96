package dev.remit.journeys.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.api.ApiDocument;
import dev.remit.kit.testing.api.Fuzz;
import dev.remit.kit.testing.api.RightRequest;
import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random requests to every operation of the merged document, through the gateway and to the real services in the demo world.
 * No answer is a failure, and none is undescribed. {@code -Dfuzz.seed} repeats a run, {@code -Dfuzz.cases} sets its length.
 */
class FuzzCheck {
    private static final int ROUND = 2_000;

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.onFreePorts(Path.of("target", "stack-of-FuzzCheck")));
        stack.loadDemo();
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
            Fuzz fuzz = new Fuzz(gateway, document, this::sender, seed);
            wrong.addAll(fuzz.run(Math.min(ROUND, cases - sent)));
            fuzz.tally()
                    .forEach((operation, statuses) -> statuses.forEach(
                            (status, times) -> tally.computeIfAbsent(operation, ignored -> new TreeMap<>())
                                    .merge(status, times, Integer::sum)));
        }
        tally.forEach((operation, statuses) -> System.out.println(operation + " " + statuses));
        assertEquals("", String.join("\n", wrong));
    }

    private RightRequest sender(String operation) {
        if (operation.endsWith("/webhook")) {
            return RightRequest.by(null);
        }
        boolean decision = operation.endsWith("/approve") || operation.endsWith("/decline");
        boolean receipt = operation.endsWith("/acknowledgement") || operation.endsWith("/acknowledgements");
        return RightRequest.by(stack.token(decision ? "partner" : receipt ? "finance" : "owner"));
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
