package dev.remit.tickets.live;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A stream as somebody reads it who keeps all that came. */
final class OpenStream implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> answer;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    private OpenStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread.ofVirtual().start(this::read);
    }

    static OpenStream by(String token, String... header) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/tickets/v1/ticket-changes"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (header.length > 0) {
            request.headers(header);
        }
        return new OpenStream(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private void read() {
        try (var text =
                new java.io.BufferedReader(new java.io.InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            text.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException broken) {
            lines.add("broken");
        } finally {
            ended.set(true);
        }
    }

    int status() {
        return answer.statusCode();
    }

    String mediaType() {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    boolean hasEnded() {
        return ended.get();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The data of the events, in order. */
    List<String> data() {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()).strip())
                .toList();
    }

    /** The id of the last event. */
    String lastId() {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring("id:".length()).strip())
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    /** How many comments of each text there were. */
    Map<String, Long> comments() {
        return lines.stream()
                .filter(line -> line.startsWith(":"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
