package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;

/** How a machine gets a token with the secret that it was given. */
public final class ClientCredentials {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClientCredentials() {}

    /** @throws IllegalStateException where there is none */
    public static String token(String url, String clientId, String secret) {
        return token(url, Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    static String token(String url, Map<String, String> form) {
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            String token = JSON.readTree(answer).path("access_token").asText();
            if (token.isEmpty()) {
                throw new IllegalStateException("There is no token in " + answer);
            }
            return token;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
