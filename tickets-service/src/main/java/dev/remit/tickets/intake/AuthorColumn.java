package dev.remit.tickets.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remit.psa.Author;
import jakarta.persistence.AttributeConverter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Keeps the person who wrote in one column; null for a source. */
public class AuthorColumn implements AttributeConverter<Author, byte[]> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public byte[] convertToDatabaseColumn(Author author) {
        try {
            return author == null ? null : JSON.writeValueAsBytes(author);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Author convertToEntityAttribute(byte[] stored) {
        try {
            return stored == null ? null : JSON.readValue(stored, Author.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
