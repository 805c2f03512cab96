package dev.remit.journeys.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.stack.demo.RemitApi.UnexpectedAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a PSA sends about office moves, by put or by signed callback. */
public final class Psa {
    /** Where the demo world's connection takes tickets. */
    public static final String TICKETS = "/api/tickets/v1/tickets/by-ref/cw/";

    /** Where it takes time entries. */
    public static final String TIME = "/api/tickets/v1/time-entries/by-ref/cw/";

    /** The header field of a callback that proves its sender. */
    public static final String SIGNATURE = "x-content-signature";

    private static final String SIGNING_KEY = "callback-key-of-the-demo-on-one-machine";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An office move that nobody has answered, as its PSA has it at a moment. */
    public static Map<String, Object> officeMove(String company, Instant at) {
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("sourceUpdatedAt", at.toString());
        ticket.put("createdAt", at.toString());
        ticket.put("title", "Move our office to the 12th floor");
        ticket.put("client", Map.of("externalId", company));
        ticket.put("priority", "Priority 3 - Normal Response");
        ticket.put("ticketClass", "ServiceTicket");
        ticket.put("category", Map.of("type", "Project", "subtype", "Office move"));
        ticket.put("status", "New");
        return ticket;
    }

    /** Work on site with a trip to it. */
    public static Map<String, Object> work(String ticket, String technician, Instant start, Instant end) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sourceUpdatedAt", end.toString());
        entry.put("ticket", Map.of("externalId", ticket));
        entry.put("technician", Map.of("id", technician, "name", technician));
        entry.put("workType", "On-site");
        entry.put("start", start.toString());
        entry.put("end", end.toString());
        entry.put("travel", true);
        return entry;
    }

    /** The callback for a new office move of the demo's law firm. */
    public static String officeMoveAdded(long id, Instant at) {
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("id", id);
        ticket.put("summary", "Move our office to the 12th floor");
        ticket.put("recordType", "ServiceTicket");
        ticket.put("status", Map.of("name", "New"));
        ticket.put("company", Map.of("id", 250));
        ticket.put("type", Map.of("name", "Project"));
        ticket.put("subType", Map.of("name", "Office move"));
        ticket.put("priority", Map.of("name", "Priority 3 - Normal Response"));
        ticket.put("_info", Map.of("dateEntered", at.toString(), "lastUpdated", at.toString()));
        return text(Map.of("ID", id, "Type", "ticket", "Action", "added", "Entity", text(ticket)));
    }

    /** The callback for work that was booked on a ticket. */
    public static String workAdded(long id, long ticket, Instant start, Instant end) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("chargeToType", "ServiceTicket");
        entry.put("chargeToId", ticket);
        entry.put("member", Map.of("identifier", "dana", "name", "Dana Ruiz"));
        entry.put("workType", Map.of("name", "On-site"));
        entry.put("timeStart", start.toString());
        entry.put("timeEnd", end.toString());
        entry.put("billableOption", "Billable");
        entry.put("_info", Map.of("lastUpdated", end.toString()));
        return text(Map.of("ID", id, "Type", "time", "Action", "added", "Entity", text(entry)));
    }

    /** Posts a callback to a connection; it carries a signature and no token. */
    public JsonNode call(String service, String connectionId, String callback) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(service + "/api/tickets/v1/connections/" + connectionId + "/webhook"))
                .timeout(Duration.ofSeconds(40))
                .header("Content-Type", "application/json")
                .header(SIGNATURE, signature(callback))
                .POST(HttpRequest.BodyPublishers.ofString(callback))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new UnexpectedAnswer(request, answer);
            }
            return JSON.readTree(answer.body());
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** By the demo world's connection, as the field {@link #SIGNATURE} carries it. */
    public static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = MessageDigest.getInstance("SHA-256").digest(SIGNING_KEY.getBytes(StandardCharsets.UTF_8));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
