package dev.remit.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.remit.engines.json.JsonPath;
import dev.remit.kit.json.ExtendedBody;
import dev.remit.kit.json.ListTooLong;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says in the caller's words what Jackson did not like about a body. */
final class JsonFaults {
    private static final String BODY = "body";
    private static final String WRONG_TYPE = "wrong-type";
    private static final String INVALID_VALUE = "invalid-value";
    private static final Map<Class<?>, String> SCALARS = scalars();
    private static final Set<Class<?>> TEXTS = Set.of(UUID.class, Instant.class, LocalDate.class, LocalTime.class);

    private JsonFaults() {}

    static Problem problem(JsonProcessingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                Problem.invalid(path(unknown), "is not a field that is known here", "unknown-field");
            case InvalidFormatException odd
            when odd.getTargetType() == String.class && odd.getValue() instanceof String ->
                Problem.invalid(path(odd), "must not hold control characters or half characters", INVALID_VALUE);
            case InvalidFormatException odd -> Problem.invalid(path(odd), mustBe(odd.getTargetType()), code(odd));
            case MismatchedInputException beyond when goesOn(beyond) -> malformed(beyond, "has content after its end");
            case MismatchedInputException other ->
                Problem.invalid(path(other), mustBe(other.getTargetType()), WRONG_TYPE);
            case JsonMappingException wrapping
            when wrapping.getCause() instanceof ListTooLong list ->
                Problem.invalid(withoutIndex(path(wrapping)), "size must be between 0 and " + list.most(), "size");
            case JsonMappingException wrapping
            when wrapping.getCause() instanceof Problem problem -> under(path(wrapping), problem);
            case JsonMappingException wrapping
            when wrapping.getCause() instanceof InputCoercionException beyond ->
                Problem.invalid(path(wrapping), mustBe(beyond.getTargetType()), INVALID_VALUE);
            case JsonMappingException wrapping
            when wrapping.getCause() instanceof JsonProcessingException cause -> problem(cause);
            case JsonMappingException other -> Problem.invalid(path(other), "is not valid", INVALID_VALUE);
            case StreamConstraintsException beyond ->
                malformed(beyond, "is nested too deeply, or a value in it is too long");
            default -> malformed(fault, namesFieldTwice(fault) ? "names a field twice" : "is not JSON");
        };
    }

    /** A text where a text belongs has the right type and the wrong form. */
    private static String code(InvalidFormatException fault) {
        Class<?> target = fault.getTargetType();
        boolean textBelongs = target != null && (target.isEnum() || TEXTS.contains(target));
        return textBelongs && fault.getValue() instanceof String ? INVALID_VALUE : WRONG_TYPE;
    }

    /** What a value type found wrong with itself, with its fields named from the body's root. */
    private static Problem under(String path, Problem found) {
        Problem problem = Problem.of(found.type(), found.getMessage());
        String prefix = BODY.equals(path) ? "" : path + ".";
        found.errors().forEach(error -> problem.error(prefix + error.field(), error.message(), error.code()));
        return problem;
    }

    private static boolean goesOn(MismatchedInputException fault) {
        return fault.getOriginalMessage().startsWith("Trailing token");
    }

    private static boolean namesFieldTwice(JsonProcessingException fault) {
        return fault.getOriginalMessage().startsWith("Duplicate field");
    }

    private static Problem malformed(JsonProcessingException fault, String what) {
        var at = fault.getLocation();
        Problem problem = Problem.of(ProblemType.MALFORMED_JSON, "The body " + what + ".");
        if (at != null && at.getLineNr() > 0) {
            problem.member("line", at.getLineNr()).member("column", at.getColumnNr());
        }
        return problem;
    }

    private static String path(JsonMappingException fault) {
        String path = JsonPath.of(fault);
        return path.isEmpty() ? BODY : path;
    }

    private static String withoutIndex(String path) {
        String list = path.substring(0, path.lastIndexOf('['));
        return list.isEmpty() ? BODY : list;
    }

    private static String mustBe(Class<?> target) {
        if (target == null) {
            return "is not valid";
        }
        if (target.isEnum()) {
            return "must be one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (target.isArray() || Collection.class.isAssignableFrom(target)) {
            return "must be a list";
        }
        return SCALARS.getOrDefault(target, isObject(target) ? "must be an object" : "has the wrong form");
    }

    private static boolean isObject(Class<?> target) {
        return Map.class.isAssignableFrom(target) || target.isRecord() || ExtendedBody.class.isAssignableFrom(target);
    }

    private static Map<Class<?>, String> scalars() {
        Map<Class<?>, String> words = new HashMap<>();
        List.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, BigInteger.class)
                .forEach(type -> words.put(type, "must be a whole number within range"));
        List.of(boolean.class, Boolean.class).forEach(type -> words.put(type, "must be true or false"));
        words.put(BigDecimal.class, "must be a number");
        words.put(String.class, "must be a string");
        words.put(UUID.class, "must be a UUID such as 0198c0de-0000-7000-8000-000000000001");
        words.put(Instant.class, "must be an instant in UTC such as 2026-06-20T21:30:00Z");
        words.put(LocalDate.class, "must be a date such as 2026-06-20");
        words.put(LocalTime.class, "must be a time such as 08:30");
        return Map.copyOf(words);
    }
}
