package dev.remit.tickets.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.engines.InvalidInput;
import dev.remit.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Reads public bodies whose very bytes are kept as evidence, as strictly as the framework reads the others. */
@ApplicationScoped
public class StrictBodyReader {
    private final ObjectMapper json;
    private final Validator validator;

    StrictBodyReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @throws IOException as Jackson puts it, which is answered with a problem
     * @throws ConstraintViolationException naming the fields
     */
    public <T> T read(byte[] body, Class<T> type) throws IOException {
        T request = json.readValue(body, type);
        if (request == null) {
            throw Problem.invalid("body", "must be an object", "wrong-type");
        }
        var violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return request;
    }

    /**
     * The names that the body's object says something of, null among it.
     *
     * @throws IOException as Jackson puts it
     */
    public Set<String> names(byte[] body) throws IOException {
        Set<String> names = new HashSet<>();
        json.readTree(body).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Runs something that may find a text in a body which no JSON can hold, such as half a character. */
    public static <T> T refusingOddTexts(Supplier<T> use) {
        try {
            return use.get();
        } catch (InvalidInput odd) {
            throw Problem.invalid(odd.path().isEmpty() ? "body" : odd.path(), odd.problem(), "invalid-value");
        }
    }
}
