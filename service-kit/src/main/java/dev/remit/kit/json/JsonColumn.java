package dev.remit.kit.json;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;

/** Keeps a value as canonical JSON in one column of bytes; null is null. */
public abstract class JsonColumn<T> implements AttributeConverter<T, byte[]> {
    private final TypeReference<T> type;

    protected JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public byte[] convertToDatabaseColumn(T value) {
        return value == null ? null : CanonicalRecords.bytes(value);
    }

    @Override
    public T convertToEntityAttribute(byte[] stored) {
        return stored == null ? null : CanonicalRecords.read(stored, type.getType());
    }
}
