package dev.remit.tickets.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Keeps a client's active approvers in one column. */
class ApproversColumn implements AttributeConverter<List<Approver>, byte[]> {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final TypeReference<List<Approver>> APPROVERS = new TypeReference<>() {};

    @Override
    public byte[] convertToDatabaseColumn(List<Approver> approvers) {
        try {
            return JSON.writeValueAsBytes(approvers);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Approver> convertToEntityAttribute(byte[] stored) {
        try {
            return JSON.readValue(stored, APPROVERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
