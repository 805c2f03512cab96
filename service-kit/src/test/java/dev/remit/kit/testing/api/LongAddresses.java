package dev.remit.kit.testing.api;

import dev.remit.kit.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Asks for places whose names are longer than any that there is. */
public final class LongAddresses {
    private static final String FOUR_BYTES = "%F0%9F%98%80";
    /** Each within the 8 KiB that a service, like the gateway, reads of an address. */
    private static final List<String> NAMES =
            List.of("a".repeat(2_000), FOUR_BYTES.repeat(101), FOUR_BYTES.repeat(600));

    private static final int PATIENCE_MILLIS = 10_000;

    private LongAddresses() {}

    /**
     * A line for each that is not answered by a 404, a 414 or a 400, or without a token a 401, with a problem.
     *
     * @param places paths that end with a slash, after which a name stands
     */
    public static List<String> unanswered(URI base, List<String> places) {
        List<String> unanswered = new ArrayList<>();
        String token = TestTokens.as("owner").tenant(UUID.randomUUID()).token();
        for (String place : places) {
            for (String name : NAMES) {
                for (String method : List.of("GET", "PUT")) {
                    look(unanswered, base, method + " " + place + name, "Authorization: Bearer " + token + "\r\n");
                    look(unanswered, base, method + " " + place + name, "");
                }
            }
        }
        return unanswered;
    }

    private static void look(List<String> unanswered, URI base, String asked, String authorization) {
        String answer = send(
                base,
                asked + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n" + authorization
                        + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        Set<Integer> right = authorization.isEmpty() ? Set.of(400, 401, 404, 405, 414) : Set.of(400, 404, 405, 414);
        boolean told = answer.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json");
        if (!right.contains(status(answer)) || !told) {
            unanswered.add(asked.substring(0, Math.min(60, asked.length())) + "… of " + asked.length() + " characters "
                    + (authorization.isEmpty() ? "without" : "with") + " a token was answered: " + answer);
        }
    }

    private static int status(String answer) {
        return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private static String send(URI base, String request) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
