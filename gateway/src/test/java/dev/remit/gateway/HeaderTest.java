package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HeaderTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";

    @Test
    void aCallersHopByHopFieldsEndHere() throws Exception {
        MultiMap received = sendRaw(
                "Connection: X-Nominated, Keep-Alive",
                "X-Nominated: 1",
                "Keep-Alive: timeout=5",
                "Proxy-Authorization: Basic x",
                "Proxy-Connection: keep-alive",
                "TE: trailers",
                "Trailer: X-End",
                "Upgrade: websocket",
                "X-Ordinary: stays");

        for (String name : List.of(
                "x-nominated", "keep-alive", "proxy-authorization", "proxy-connection", "te", "trailer", "upgrade")) {
            assertNull(received.get(name), name);
        }
        assertEquals("stays", received.get("X-Ordinary"));
        assertFalse(String.valueOf(received.get("Connection"))
                .toLowerCase(Locale.ROOT)
                .contains("nominated"));
    }

    @Test
    void aServicesHopByHopFieldsEndHereToo() throws Exception {
        tickets.does(request -> request.response()
                .putHeader("Connection", "keep-alive, X-Inner")
                .putHeader("X-Inner", "1")
                .putHeader("Keep-Alive", "timeout=5")
                .putHeader("Proxy-Authenticate", "Basic")
                .putHeader("Upgrade", "h2c")
                .putHeader("Trailer", "X-End")
                .putHeader("Server", "inside/1.0")
                .putHeader("X-Powered-By", "something")
                .putHeader("X-Ordinary", "stays")
                .end("{}"));

        var headers = get(PATH).headers();

        for (String name : List.of(
                "connection",
                "x-inner",
                "keep-alive",
                "proxy-authenticate",
                "upgrade",
                "trailer",
                "server",
                "x-powered-by")) {
            assertTrue(headers.firstValue(name).isEmpty(), name);
        }
        assertEquals("stays", headers.firstValue("X-Ordinary").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User",
                "X-User-Id",
                "X-Username",
                "X-Tenant",
                "X-Tenant-Id",
                "x_tenant_id",
                "X-Forwarded-User",
                "X-Forwarded-Prefix",
                "X-Forwarded-Port",
                "X-Remit-Tenant",
                "X-Auth-Request-User",
                "X-Remote-User",
                "Remote-User",
                "X-Real-IP",
                "X-HTTP-Method-Override",
                "X-Original-URL",
                "Cookie",
                "Via",
                "Forwarded"
            })
    void nobodySaysFromOutsideWhoTheyAre(String name) throws Exception {
        assertNull(sendRaw("Connection: close", name + ": owner").get(name));
    }

    @Test
    void forwardingIsToldAnew() throws Exception {
        MultiMap received = sendRaw(
                "Connection: close",
                "X-Forwarded-For: 10.0.0.1",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example");

        assertEquals(List.of("127.0.0.1"), received.getAll("X-Forwarded-For"));
        assertEquals(List.of("http"), received.getAll("X-Forwarded-Proto"));
        assertEquals(
                List.of("gateway"),
                received.getAll("X-Forwarded-Host").stream()
                        .map(host -> host.replaceAll(":\\d+$", ""))
                        .toList());
        assertEquals(tickets.origin(), "http://" + received.get("Host"));
    }

    @Test
    void aSaneRequestIdIsKept() throws Exception {
        var answer = send(desk(PATH).header("X-Request-Id", "Case-7.b_2"));

        assertEquals(List.of("Case-7.b_2"), answer.headers().allValues("X-Request-Id"));
        assertEquals(List.of("Case-7.b_2"), tickets.only().headers().getAll("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "semi;colon", "ünïcode", "${jndi:x}", ""})
    void anyOtherRequestIdIsReplaced(String id) throws Exception {
        String answer = BareSocket.exchange(
                gateway, head("GET", PATH) + "X-Request-Id: " + id + "\r\nConnection: close\r\n\r\n");

        String given = tickets.only().headers().get("X-Request-Id");
        assertTrue(given.matches("[0-9a-f-]{36}"), given);
        assertTrue(answer.contains(given), answer);
    }

    @Test
    void anEndlessRequestIdIsReplaced() throws Exception {
        var answer = send(desk(PATH).header("X-Request-Id", "a".repeat(65)));

        assertEquals(36, answer.headers().firstValue("X-Request-Id").orElse("").length());
    }

    @Test
    void theServiceDoesNotOverruleTheRequestId() throws Exception {
        tickets.does(request ->
                request.response().putHeader("X-Request-Id", "theirs").end());

        var answer = send(desk(PATH).header("X-Request-Id", "ours"));

        assertEquals(List.of("ours"), answer.headers().allValues("X-Request-Id"));
    }

    @Test
    void aValidTraceIsContinued() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";

        send(desk(PATH)
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-00")
                .header("tracestate", "vendor=1"));

        var sent = tickets.only().headers();
        assertEquals(1, sent.getAll("traceparent").size());
        String ours = sent.get("traceparent");
        assertTrue(ours.matches("00-" + trace + "-[0-9a-f]{16}-00"), ours);
        assertFalse(ours.contains("b7ad6b7169203331"), "the gateway's span is the parent: " + ours);
        assertEquals("vendor=1", sent.get("tracestate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void insteadOfAnInvalidTraceOneBegins(String trace) throws Exception {
        send(desk(PATH).header("traceparent", trace).header("tracestate", "vendor=1"));

        String made = tickets.only().headers().get("traceparent");
        assertNotEquals(trace, made);
        assertFalse(made.contains("0af7651916cd43dd8448eb211c80319c"), made);
        assertTrue(made.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"), made);
        assertNull(tickets.only().headers().get("tracestate"));
    }

    @Test
    void nobodyPutsBaggageIntoATrace() throws Exception {
        send(desk(PATH).header("baggage", "tenant=other"));

        assertNull(tickets.only().headers().get("baggage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/docs", "/openapi", "/nothing"})
    void everyAnswerIsGuarded(String path) throws Exception {
        tickets.does(request -> request.response()
                .putHeader("X-Content-Type-Options", "whatever")
                .putHeader("X-Frame-Options", "ALLOWALL")
                .end("{}"));

        var headers = get(path).headers();

        assertEquals(List.of("nosniff"), headers.allValues("X-Content-Type-Options"));
        assertEquals(List.of("DENY"), headers.allValues("X-Frame-Options"));
        assertEquals(List.of("no-referrer"), headers.allValues("Referrer-Policy"));
        assertEquals(1, headers.allValues("Content-Security-Policy").size());
        assertTrue(headers.firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'"));
        assertTrue(headers.firstValue("Access-Control-Allow-Origin").isEmpty());
        assertEquals(List.of("max-age=31536000"), headers.allValues("Strict-Transport-Security"));
        assertEquals(List.of("same-origin"), headers.allValues("Cross-Origin-Resource-Policy"));
        assertEquals(List.of("same-origin"), headers.allValues("Cross-Origin-Opener-Policy"));
        assertTrue(headers.firstValue("Permissions-Policy").orElse("").contains("camera=()"));
    }

    @Test
    void aPageOfAServiceMayHaveItsStylesAndNothingElse() throws Exception {
        tickets.does(request -> request.response()
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Content-Security-Policy", "default-src *")
                .end("<p>June</p>"));

        assertEquals(
                List.of("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"),
                get(PATH).headers().allValues("Content-Security-Policy"));
    }

    @Test
    void problemsAreNotStored() throws Exception {
        for (var answer : List.of(send(bare(PATH)), send(bare("/nothing")), get("/api/nothing/v1/x"))) {
            assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"));
        }
    }

    @Test
    void aServicesAddressStaysInside() throws Exception {
        tickets.does(request -> request.response()
                .setStatusCode(201)
                .putHeader("Location", tickets.origin() + "/api/tickets/v1/tickets/7")
                .end());
        assertEquals(
                "/api/tickets/v1/tickets/7",
                get(PATH).headers().firstValue("Location").orElse(""));

        tickets.does(request -> request.response()
                .setStatusCode(303)
                .putHeader("Location", "https://elsewhere.example/x")
                .end());
        assertEquals(
                "https://elsewhere.example/x",
                get(PATH).headers().firstValue("Location").orElse(""));
    }

    @Test
    void answersAreNotStoredUnlessTheServiceSaysSo() throws Exception {
        assertEquals("no-store", get(PATH).headers().firstValue("Cache-Control").orElse(""));

        tickets.does(request -> request.response()
                .putHeader("Cache-Control", "private, max-age=60")
                .end());
        assertEquals(
                "private, max-age=60",
                get(PATH).headers().firstValue("Cache-Control").orElse(""));
    }

    /** Sends a request with these fields and returns those that the service received. */
    private MultiMap sendRaw(String... fields) throws Exception {
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("GET", PATH) + String.join("\r\n", fields) + "\r\n\r\n");
            assertEquals(200, BareSocket.status(wire.readUntil("}")));
        }
        return tickets.only().headers();
    }
}
