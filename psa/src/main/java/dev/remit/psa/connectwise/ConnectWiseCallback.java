package dev.remit.psa.connectwise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remit.psa.DeletedFact;
import dev.remit.psa.PsaPayload;
import dev.remit.psa.UnusablePayloadException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the callbacks of ConnectWise PSA: {@code {ID, Action, Type, Entity}}, where {@code Entity} is a JSON text inside
 * the JSON. The platform sends the whole object and leaves out what is empty: what could stand there and does not is none.
 * What its objects have no place for stays as another source told it.
 */
public final class ConnectWiseCallback {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ConnectWiseCallback() {}

    /**
     * What one callback says.
     *
     * @param body the raw body, whose signature was checked before
     * @return empty for a kind of object that we keep no facts of
     * @throws UnusablePayloadException if the body is no callback or lacks what a fact needs
     */
    public static Optional<PsaPayload> read(byte[] body) {
        Member callback = new Member(parse(body), "");
        String type = callback.text("Type").toLowerCase(Locale.ROOT);
        boolean deleted = "deleted".equalsIgnoreCase(callback.text("Action"));
        return switch (type) {
            case "ticket" ->
                Optional.of(
                        deleted ? deletion(DeletedFact.Kind.TICKET, callback) : ServiceTicket.read(entity(callback)));
            case "time" ->
                Optional.of(
                        deleted ? deletion(DeletedFact.Kind.TIME_ENTRY, callback) : TimeEntry.read(entity(callback)));
            default -> Optional.empty();
        };
    }

    private static PsaPayload deletion(DeletedFact.Kind kind, Member callback) {
        return new PsaPayload(new DeletedFact(kind, callback.text("ID")), Set.of());
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode parsed = JSON.readTree(body);
            if (parsed == null || !parsed.isObject()) {
                throw new UnusablePayloadException("", "the body is not a JSON object");
            }
            return parsed;
        } catch (JsonProcessingException | NumberFormatException notJson) {
            throw new UnusablePayloadException("", "the body is not JSON");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Member entity(Member callback) {
        Member entity = callback.member("Entity");
        if (entity.node().isObject()) {
            return entity;
        }
        try {
            JsonNode parsed = JSON.readTree(entity.required());
            if (parsed != null && parsed.isObject()) {
                return new Member(parsed, "Entity");
            }
        } catch (JsonProcessingException | NumberFormatException notJson) {
            // Said below, in the same words as for a text that is JSON but no object.
        }
        throw new UnusablePayloadException("Entity", "is not a JSON object");
    }
}
