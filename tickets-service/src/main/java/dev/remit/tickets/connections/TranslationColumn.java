package dev.remit.tickets.connections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Keeps a connection's tables in one column. */
class TranslationColumn implements AttributeConverter<Translation, byte[]> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public byte[] convertToDatabaseColumn(Translation translation) {
        try {
            return JSON.writeValueAsBytes(translation);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Translation convertToEntityAttribute(byte[] stored) {
        try {
            return JSON.readValue(stored, Translation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
