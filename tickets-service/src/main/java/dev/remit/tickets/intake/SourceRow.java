package dev.remit.tickets.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import java.io.IOException;
import java.util.Arrays;

/** One line of many: the source's key of an object, and the very bytes of its snapshot. */
record SourceRow(int number, byte[] body, int from, int end) {
    private static final String KEY = "externalId";
    private static final String REQUIRED = "required";

    /**
     * What a line says.
     *
     * @param externalId null for none, as is the snapshot
     */
    record Content(String externalId, byte[] snapshot) {

        /** @throws Problem validation, where one of the two is missing */
        void requireBoth(String member) {
            if (externalId == null) {
                throw Problem.invalid(KEY, "must not be null", REQUIRED);
            }
            if (snapshot == null) {
                throw Problem.invalid(member, "must not be null", REQUIRED);
            }
        }
    }

    boolean isBlank() {
        for (int i = from; i < end; i++) {
            if (body[i] > ' ' || body[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param member by which the line has the snapshot
     * @throws IOException as Jackson puts it, where the line is no JSON
     * @throws Problem validation, where it is no object, or has something else than key and snapshot
     */
    Content read(JsonFactory json, String member) throws IOException {
        byte[] line = Arrays.copyOfRange(body, from, end);
        String key = null;
        byte[] snapshot = null;
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Problem.invalid("body", "must be an object", "wrong-type");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (name.equals(KEY)) {
                    if (parser.nextToken() != JsonToken.VALUE_STRING) {
                        throw Problem.invalid(KEY, "must be a string", "wrong-type");
                    }
                    key = parser.getText();
                } else if (name.equals(member)) {
                    snapshot = value(parser, line);
                } else {
                    throw Problem.invalid(name, "is not a field that is known here", "unknown-field");
                }
            }
            if (parser.nextToken() != null) {
                throw Problem.of(ProblemType.MALFORMED_JSON, "The line has content after its end.");
            }
        }
        return new Content(key, snapshot);
    }

    /** The bytes of the value that comes next, as they are written; null for none. */
    private static byte[] value(JsonParser parser, byte[] line) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.VALUE_NULL) {
            return null;
        }
        int begin = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        if (begin < 0) {
            throw Problem.of(ProblemType.MALFORMED_JSON, "The line is not in UTF-8.");
        }
        parser.skipChildren();
        parser.finishToken();
        return Arrays.copyOfRange(
                line, begin, Math.toIntExact(parser.currentLocation().getByteOffset()));
    }
}
