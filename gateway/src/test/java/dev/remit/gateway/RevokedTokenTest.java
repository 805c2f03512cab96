package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens that verify, and what the issuer says of them by now. */
@QuarkusTest
class RevokedTokenTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";
    private static final int AT_ONCE = 30;

    @AfterEach
    void theIssuerIsBack() throws Exception {
        issuer("/introspection/back", "");
        // It is left alone for 2 s after it gave no answer, and on a busy machine it may be silent once more.
        String token = token();
        await().atMost(20, SECONDS).until(() -> {
            int before = asked();
            call(token);
            return asked() > before;
        });
    }

    @Test
    void aRevokedTokenIsRefusedWithinFiveSecondsThoughItIsInUseAllTheWhile() throws Exception {
        String token = token();
        assertEquals(200, call(token).statusCode());

        issuer("/tokens/revoke", token);

        await().atMost(5, SECONDS).until(() -> call(token).statusCode() == 401);
        HttpResponse<String> answer = call(token);
        assertProblem(answer, 401, "unauthorized");
        assertEquals(
                "Bearer realm=\"remit\", error=\"invalid_token\"",
                answer.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(200, call(token()).statusCode(), "another's token is as good as before");
    }

    @Test
    void manyRequestsWithOneTokenAskAboutItOnce() throws Exception {
        String token = token();
        int before = asked();
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(HTTP.sendAsync(request(token).build(), BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : calls) {
            assertEquals(200, answer.join().statusCode());
        }
        int now = asked() - before;
        assertTrue(now >= 1 && now <= 3, "asked " + now + " times");
    }

    @Test
    void tokensThatVerifyGoOnWhileTheIssuerDoesNotAnswerAndRevokedOnesStayRevoked() throws Exception {
        String good = token();
        String revoked = token();
        issuer("/tokens/revoke", revoked);
        assertEquals(401, call(revoked).statusCode());

        issuer("/introspection/away", "");

        assertEquals(200, call(good).statusCode());
        assertEquals(200, call(token()).statusCode(), "also one that was never asked about");
        assertEquals(401, call(revoked).statusCode());
        int before = asked();
        for (int i = 0; i < AT_ONCE; i++) {
            assertEquals(200, call(token()).statusCode());
        }
        int now = asked() - before;
        assertTrue(now <= 3, "left alone, but asked " + now + " times");
        String metrics = send(managed("/q/metrics")).body();
        assertTrue(metrics.contains("remit_token_checks_total{answer=\"unknown\""), metrics);
    }

    private HttpResponse<String> call(String token) throws Exception {
        return send(request(token));
    }

    private HttpRequest.Builder request(String token) {
        return bare(PATH).header("Authorization", "Bearer " + token);
    }

    private static String token() {
        return Tokens.sign(
                Tokens.claims().claim("jti", UUID.randomUUID().toString()).claim("roles", Set.of("service-desk")));
    }

    private static int asked() throws Exception {
        return Integer.parseInt(issuer("/introspection/asked", ""));
    }

    private static String issuer(String path, String body) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(Tokens.issuer()).resolve(path))
                        .POST(BodyPublishers.ofString(body)));
        assertEquals(200, answer.statusCode());
        return answer.body();
    }
}
