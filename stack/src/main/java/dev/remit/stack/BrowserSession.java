package dev.remit.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person's browser does at a realm's pages: it keeps cookies, follows redirects, sends forms. Not for two threads. */
public final class BrowserSession {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int REDIRECTS = 10;
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&#]code=([^&]+)");
    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String realm;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param realm address of the realm, as its tokens name it */
    public BrowserSession(String realm) {
        this.realm = realm;
    }

    /**
     * What the browser shows in the end, or the redirect back to a client that ended the walk.
     *
     * @param status of the last answer
     * @param back where it was sent back to with a code; empty while there is a page to be seen
     * @param body of that page
     */
    public record Page(int status, Optional<URI> back, String body) {
        /** Whether a form asks for this field. */
        public boolean asksFor(String field) {
            return body.contains("name=\"" + field + "\"");
        }
    }

    /**
     * Opens the log-in for a public client.
     *
     * @param redirect one of the client's addresses
     * @param action what the application asks the realm to let the person do ({@code kc_action}); empty for nothing
     */
    public Page open(String client, String redirect, String action) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", client);
        query.put("response_type", "code");
        query.put("scope", "openid");
        query.put("redirect_uri", redirect);
        query.put("code_challenge", CHALLENGE);
        query.put("code_challenge_method", "S256");
        if (!action.isEmpty()) {
            query.put("kc_action", action);
        }
        return walk(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/auth?" + form(query)))
                .GET());
    }

    /** Opens a link that a page or a mail shows. */
    public Page follow(String link) {
        return walk(HttpRequest.newBuilder(URI.create(realm).resolve(link)).GET());
    }

    /** Sends the page's only form with these fields. */
    public Page send(Page page, Map<String, String> fields) {
        Matcher action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new StackException("There is no form on the page: " + page);
        }
        String address = action.group(1).replace("&amp;", "&");
        return walk(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    }

    /** Logs a person in with a password and exchanges the code for an access token of that client. */
    public String token(String client, String redirect, String user, String password) {
        Page page = open(client, redirect, "");
        if (page.back().isEmpty()) {
            page = send(page, Map.of("username", user, "password", password));
        }
        return token(client, redirect, page);
    }

    /** Exchanges the code with which the realm sent the browser back for an access token of that client. */
    public String token(String client, String redirect, Page last) {
        URI back = last.back().orElseThrow(() -> new StackException("No log-in: " + last));
        Matcher code = CODE.matcher(back.toString());
        if (!code.find()) {
            throw new StackException("No code: " + back);
        }
        Map<String, String> grant = Map.of(
                "grant_type", "authorization_code",
                "client_id", client,
                "redirect_uri", redirect,
                "code_verifier", VERIFIER,
                "code", URLDecoder.decode(code.group(1), StandardCharsets.UTF_8));
        try {
            HttpResponse<String> answer = Http.postForm(realm + "/protocol/openid-connect/token", grant);
            return JSON.readTree(answer.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new StackException("No token for " + client, e);
        }
    }

    /** Follows redirects until there is a page, or one leads back to a client with a code or an error. */
    private Page walk(HttpRequest.Builder first) {
        HttpRequest.Builder next = first;
        for (int step = 0; step < REDIRECTS; step++) {
            HttpResponse<String> answer = exchange(next);
            Optional<String> location = answer.headers().firstValue("Location");
            if (location.isEmpty()) {
                return new Page(answer.statusCode(), Optional.empty(), answer.body());
            }
            URI target = answer.uri().resolve(location.get());
            if (location.get().contains("session_code=") || !location.get().matches(".*[?&#](code|error)=.*")) {
                next = HttpRequest.newBuilder(target).GET();
            } else {
                return new Page(answer.statusCode(), Optional.of(target), "");
            }
        }
        throw new StackException("The pages of " + realm + " lead in a circle");
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        String carried = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        try {
            HttpResponse<String> answer = CLIENT.send(
                    (carried.isEmpty() ? request : request.header("Cookie", carried))
                            .timeout(LIMIT)
                            .build(),
                    BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new StackException("The pages of " + realm + " do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    private void keep(String header) {
        String[] cookie = header.split(";", 2)[0].split("=", 2);
        if (cookie[1].isEmpty()) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
