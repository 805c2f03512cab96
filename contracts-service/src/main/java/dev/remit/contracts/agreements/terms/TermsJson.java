package dev.remit.contracts.agreements.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.engines.evidence.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Terms as they stand in a document: what is not there is absent, and the bytes are canonical. */
@ApplicationScoped
public class TermsJson {
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    /**
     * An empty list says no more than none, but what a map holds stays: a date without windows is a closed day. Members
     * whose emptiness says something of its own are marked where they stand.
     */
    private static final JsonInclude.Value INCLUSION =
            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL);

    private final ObjectMapper json;

    public TermsJson(ObjectMapper json) {
        this.json = json.copy().setDefaultPropertyInclusion(INCLUSION);
    }

    public Map<String, Object> members(Terms terms) {
        return json.convertValue(terms, MEMBERS);
    }

    public byte[] bytes(Terms terms) {
        return CanonicalJson.bytes(members(terms));
    }

    public Terms read(byte[] bytes) {
        try {
            return json.readValue(bytes, Terms.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
