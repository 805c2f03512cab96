package dev.remit.tickets.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import dev.remit.psa.Author;

/** Keeps the person who wrote in one column; null for a source. */
public class AuthorColumn extends JsonColumn<Author> {
    public AuthorColumn() {
        super(new TypeReference<>() {});
    }
}
