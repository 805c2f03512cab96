package dev.remit.journeys.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** One address of Remit, called with whatever a caller likes to send. */
public final class Door {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;

    public Door(String address) {
        this.address = URI.create(address);
    }

    /**
     * The status of an operation that gets a key, an {@code If-Match} that always matches and an empty object.
     *
     * @param operation such as {@code PUT /api/…}
     * @param token in the Authorization field; null to send none
     */
    public int status(String operation, String token) {
        return status(operation, token, "{}");
    }

    /** As {@link #status(String, String)}, with this body for what takes one. */
    public int status(String operation, String token, String body) {
        String[] parts = operation.split(" ", 2);
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(parts[1]))
                .timeout(Duration.ofSeconds(40))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (parts[0].equals("GET")) {
            request.GET();
        } else {
            request.header("Content-Type", isOfManyRows(operation) ? "application/x-ndjson" : "application/json")
                    .method(parts[0], BodyPublishers.ofString(body));
        }
        return send(request.build()).statusCode();
    }

    private static boolean isOfManyRows(String operation) {
        return operation.matches("POST .*/by-ref/[^/]+");
    }

    private static HttpResponse<Void> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.discarding());
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
