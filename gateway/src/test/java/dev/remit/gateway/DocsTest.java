package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DocsTest extends GatewayTest {

    @Test
    void thePageNeedsNothingFromElsewhere() throws Exception {
        var answer = send(bare("/docs"));

        assertEquals(200, answer.statusCode());
        var links = new ArrayList<String>();
        var matcher = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(answer.body());
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
        assertEquals(4, links.size());
        for (String link : links) {
            assertTrue(link.startsWith("/docs/"), link);
            assertEquals(200, send(bare(link)).statusCode(), link);
        }
        assertFalse(
                Pattern.compile("<script>|<style|style=").matcher(answer.body()).find());
    }

    @ParameterizedTest
    @CsvSource({
        "/docs, text/html; charset=utf-8",
        "/docs/docs.js, text/javascript",
        "/docs/swagger-ui.css, text/css",
        "/docs/swagger-ui-bundle.js, text/javascript",
        "/docs/oauth2-redirect.html, text/html; charset=utf-8",
        "/docs/oauth2-redirect.js, text/javascript",
        "/docs/favicon-32x32.png, image/png"
    })
    void eachFileHasItsTypeAndIsSentOnce(String path, String type) throws Exception {
        var answer = send(bare(path));

        assertEquals(200, answer.statusCode());
        assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""));
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, send(bare(path).header("If-None-Match", tag)).statusCode());
        assertEquals(200, send(bare(path).header("If-None-Match", "\"other\"")).statusCode());
    }

    @Test
    void signingInIsSetUp() throws Exception {
        String script = send(bare("/docs/docs.js")).body();

        assertTrue(script.contains("'remit-docs'"));
        assertTrue(script.contains("usePkceWithAuthorizationCodeGrant: true"));
        assertTrue(script.contains("/docs/oauth2-redirect.html"));
    }

    @Test
    void thePageMayTalkToKeycloakAndItselfAlone() throws Exception {
        String policy = send(bare("/docs"))
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();

        String keycloak = "http://localhost:" + URI.create(Tokens.issuer()).getPort();
        assertTrue(policy.contains("connect-src 'self' " + keycloak + ";"), policy);
        assertTrue(policy.contains("default-src 'none'"), policy);
        assertTrue(policy.contains("script-src 'self';"), policy);
        assertTrue(policy.contains("style-src 'self';"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    }
}
