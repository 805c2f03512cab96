package dev.remit.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The law firm's terms with something changed: {@code LawFirm.terms().with("/rateCard/currency", "\"EUR\"")}. */
public record EditedTerms(String json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** These terms with another value, written as JSON, at a JSON pointer; {@code /-} behind a list appends. */
    public EditedTerms with(String pointer, String value) {
        try {
            JsonNode terms = JSON.readTree(json);
            JsonNode wanted = JSON.readTree(value);
            int last = pointer.lastIndexOf('/');
            String name = pointer.substring(last + 1);
            ContainerNode<?> holder = (ContainerNode<?>) terms.at(pointer.substring(0, last));
            switch (holder) {
                case ObjectNode object -> object.set(name, wanted);
                case ArrayNode list when name.equals("-") -> list.add(wanted);
                case ArrayNode list -> list.set(Integer.parseInt(name), wanted);
                default -> throw new IllegalArgumentException(pointer);
            }
            return new EditedTerms(terms.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** These terms without what a JSON pointer names. */
    public EditedTerms without(String pointer) {
        try {
            JsonNode terms = JSON.readTree(json);
            int last = pointer.lastIndexOf('/');
            String name = pointer.substring(last + 1);
            switch (terms.at(pointer.substring(0, last))) {
                case ObjectNode object -> object.remove(name);
                case ArrayNode list -> list.remove(Integer.parseInt(name));
                default -> throw new IllegalArgumentException(pointer);
            }
            return new EditedTerms(terms.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        return json;
    }
}
