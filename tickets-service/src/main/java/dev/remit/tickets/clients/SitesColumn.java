package dev.remit.tickets.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Keeps a client's sites in one column. */
class SitesColumn implements AttributeConverter<List<Site>, byte[]> {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final TypeReference<List<Site>> SITES = new TypeReference<>() {};

    @Override
    public byte[] convertToDatabaseColumn(List<Site> sites) {
        try {
            return JSON.writeValueAsBytes(sites);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Site> convertToEntityAttribute(byte[] stored) {
        try {
            return JSON.readValue(stored, SITES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
