package dev.remit.stack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a newcomer does in the browser: log in with the password that they were given, choose one, set up a second factor. */
public final class FirstLogIn {
    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final int STEP_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private final BrowserSession browser;
    private final String client;
    private final String redirect;

    /**
     * @param realm its address, as its tokens name it
     * @param redirect one of the client's addresses
     */
    public FirstLogIn(String realm, String client, String redirect) {
        this.browser = new BrowserSession(realm);
        this.client = client;
        this.redirect = redirect;
    }

    /** @return an access token of the client, once everything that the realm asks for is done */
    public String token(String login, String given, String chosen) {
        BrowserSession.Page page =
                browser.send(browser.open(client, redirect, ""), Map.of("username", login, "password", given));
        for (int asked = 0; page.back().isEmpty() && asked < 2; asked++) {
            page = answered(page, chosen);
        }
        return browser.token(client, redirect, page);
    }

    private BrowserSession.Page answered(BrowserSession.Page page, String chosen) {
        if (page.asksFor("password-new")) {
            return browser.send(page, Map.of("password-new", chosen, "password-confirm", chosen));
        }
        Matcher secret = SECRET.matcher(page.body());
        if (!secret.find()) {
            throw new StackException("Keycloak asks for something else: " + page);
        }
        return browser.send(
                page, Map.of("totp", code(secret.group(1)), "totpSecret", secret.group(1), "userLabel", "phone"));
    }

    /** RFC 6238 as Keycloak's apps compute it: HMAC-SHA1 of the half minute, six digits. */
    private static String code(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Instant.now().getEpochSecond() / STEP_SECONDS)
                    .array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new StackException("No second factor can be computed", e);
        }
    }
}
