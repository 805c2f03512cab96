package dev.remit.notifications.outbound;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One request and what came of it. Whatever is still open at the end is closed. */
final class Exchange {
    /** Of an answer's body, in bytes, and of one of its header fields, in characters. */
    private static final int MOST_OF_BODY = 8 * 1024;

    private static final int MOST_OF_FIELD = 500;
    private static final int MOST_FIELDS = 40;

    private final Deadline deadline;
    private final CompletableFuture<OutboundAnswer> done = new CompletableFuture<>();
    private final Buffer body = Buffer.buffer();
    private volatile HttpClientRequest request;
    private volatile HttpClientResponse head;
    private volatile boolean over;

    Exchange(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Whether a connection was made, so that the receiver may have got something. */
    boolean isConnected() {
        return request != null;
    }

    OutboundAnswer await(Future<HttpClientRequest> connecting, Buffer content) throws OutboundFailure {
        connecting.onSuccess(made -> send(made, content)).onFailure(done::completeExceptionally);
        try {
            return done.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new OutboundFailure(told(e.getCause()));
        } catch (TimeoutException e) {
            return afterAllTime();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboundFailure("The call was broken off here.");
        } finally {
            end();
        }
    }

    private void send(HttpClientRequest made, Buffer content) {
        request = made;
        if (over) {
            made.reset();
            return;
        }
        made.exceptionHandler(this::failed);
        made.send(content).onSuccess(this::read).onFailure(this::failed);
    }

    private void read(HttpClientResponse response) {
        head = response;
        response.exceptionHandler(this::failed);
        response.handler(this::take);
        response.endHandler(end -> done.complete(answer(response, false)));
    }

    private void take(Buffer part) {
        int room = MOST_OF_BODY - body.length();
        synchronized (body) {
            body.appendBuffer(part, 0, Math.min(room, part.length()));
        }
        if (part.length() > room) {
            done.complete(answer(head, true));
        }
    }

    /** What broke off after its status had come is an answer all the same. */
    private void failed(Throwable failure) {
        HttpClientResponse response = head;
        if (response == null) {
            done.completeExceptionally(failure);
        } else {
            done.complete(answer(response, true));
        }
    }

    private OutboundAnswer afterAllTime() throws OutboundFailure {
        HttpClientResponse response = head;
        if (response == null) {
            throw new OutboundFailure(isConnected() ? "No answer came in time." : "No connection was made in time.");
        }
        return answer(response, true);
    }

    /** A connection on which something is still to come is not used again. */
    private void end() {
        over = true;
        HttpClientRequest made = request;
        if (made != null
                && (!done.isDone()
                        || done.isCompletedExceptionally()
                        || done.join().cut())) {
            made.reset();
            made.connection().close();
        }
    }

    private OutboundAnswer answer(HttpClientResponse response, boolean cut) {
        Map<String, String> fields = new TreeMap<>();
        response.headers().forEach(field -> {
            if (fields.size() < MOST_FIELDS) {
                String value = field.getValue();
                fields.putIfAbsent(
                        field.getKey().toLowerCase(Locale.ROOT),
                        value.substring(0, Math.min(MOST_OF_FIELD, value.length())));
            }
        });
        synchronized (body) {
            return new OutboundAnswer(response.statusCode(), fields, body.toString(StandardCharsets.UTF_8), cut);
        }
    }

    private static String told(Throwable failure) {
        if (failure instanceof SSLException) {
            return "TLS could not be agreed on, or the certificate is not that of the host.";
        }
        if (failure instanceof java.net.ConnectException || failure instanceof java.net.NoRouteToHostException) {
            return "No connection could be made.";
        }
        return "The connection broke off before an answer came.";
    }
}
