package dev.remit.engines.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.remit.engines.InvalidInput;
import java.util.Collection;

/** Says what Jackson found in our words, with the place in the document. */
final class JsonFaults {

    private JsonFaults() {}

    static InvalidInput of(JsonProcessingException e) {
        String path = e instanceof JsonMappingException mapping ? JsonPath.of(mapping) : "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput fault) {
                return fault.under(path);
            }
        }
        return new InvalidInput(path, problem(e));
    }

    /** What is wrong with a text that is no JSON; Jackson's own words would tell of its settings. */
    static String ofSyntax(JsonProcessingException e) {
        return switch (e) {
            case StreamConstraintsException limit -> "it is nested too deep, or something in it is too long";
            case JsonEOFException end -> "it ends too early";
            case MismatchedInputException trailing -> "nothing may follow the document";
            default ->
                e.getOriginalMessage().startsWith("Duplicate field")
                        ? "a key stands twice in one object"
                        : "something else is expected";
        };
    }

    private static String problem(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "is not a field that is known here";
            case InvalidNullException absent -> "is missing";
            case InvalidDefinitionException other
            when other.getType() != null ->
                "is no JSON value but a " + other.getType().getRawClass().getSimpleName();
            case MismatchedInputException other
            when other.getTargetType() != null && Collection.class.isAssignableFrom(other.getTargetType()) ->
                "must be a list";
            case MismatchedInputException other -> "must be an object";
            default ->
                e.getCause() == null || e.getCause().getMessage() == null
                        ? "cannot be read"
                        : "cannot be read: " + e.getCause().getMessage();
        };
    }
}
