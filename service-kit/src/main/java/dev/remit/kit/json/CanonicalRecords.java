package dev.remit.kit.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.remit.engines.evidence.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records as the canonical JSON in which a service keeps them: equal records have equal bytes. Null is left out, empty lists
 * are not. Readers pass over members that they do not know, so that what an older version wrote stays readable.
 */
public final class CanonicalRecords {
    private static final TypeReference<LinkedHashMap<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CanonicalRecords() {}

    /**
     * The bytes to hash and keep.
     *
     * @throws dev.remit.engines.InvalidInput naming a text or number that no canonical JSON can hold
     */
    public static byte[] bytes(Object value) {
        return CanonicalJson.bytes(JSON.convertValue(value, Object.class));
    }

    /** The members of a record as plain JSON values, in a map that may be changed. */
    public static Map<String, Object> members(Object value) {
        return JSON.convertValue(value, MEMBERS);
    }

    /** The record that some members come to. */
    public static <T> T of(Map<String, Object> members, Class<T> type) {
        return JSON.convertValue(members, type);
    }

    public static <T> T read(byte[] stored, Class<T> type) {
        return read(stored, JSON.constructType(type));
    }

    static <T> T read(byte[] stored, Type type) {
        return read(stored, JSON.constructType(type));
    }

    private static <T> T read(byte[] stored, JavaType type) {
        try {
            return JSON.readValue(stored, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
