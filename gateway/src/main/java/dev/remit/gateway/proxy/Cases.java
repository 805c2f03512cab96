package dev.remit.gateway.proxy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Set;

/** How much a simulation asks for: the members of {@code cases} in its body, or of {@code examples} that are tried. */
final class Cases {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> MEMBERS = Set.of("cases", "examples");

    private Cases() {}

    /** At least one, also where the body is none that a service would take. */
    static long in(Buffer body) {
        if (body == null || body.length() == 0) {
            return 1;
        }
        try (JsonParser parser = JSON.createParser(body.getBytes())) {
            return Math.max(1, count(parser));
        } catch (IOException noJson) {
            return 1;
        }
    }

    private static long count(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return 1;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean cases = MEMBERS.contains(parser.currentName());
            if (parser.nextToken() == JsonToken.START_ARRAY && cases) {
                return membersOf(parser);
            }
            parser.skipChildren();
        }
        return 1;
    }

    private static long membersOf(JsonParser parser) throws IOException {
        long members = 0;
        for (JsonToken next = parser.nextToken();
                next != null && next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            members++;
            parser.skipChildren();
        }
        return members;
    }
}
