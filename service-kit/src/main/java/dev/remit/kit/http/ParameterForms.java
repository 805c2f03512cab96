package dev.remit.kit.http;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.json.TimeForms;
import dev.remit.kit.problem.Problem;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads query parameters, headers and path segments. A bad segment is a thing that is not there; the others are named. */
@Provider
public class ParameterForms implements ParamConverterProvider {
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");

    private record Form<T>(Function<String, T> reading, String form) {}

    private static final Map<Class<?>, Form<?>> FORMS = Map.of(
            java.util.UUID.class,
            new Form<>(text -> Ids.parse(text).orElseThrow(IllegalArgumentException::new), "a UUID"),
            Instant.class,
            new Form<>(TimeForms::instant, "an instant in UTC such as 2026-06-20T21:30:00Z"),
            LocalDate.class,
            new Form<>(TimeForms::date, "a date such as 2026-06-20"),
            Integer.class,
            new Form<>(text -> Integer.valueOf(digits(text)), "a whole number"),
            int.class,
            new Form<>(text -> Integer.valueOf(digits(text)), "a whole number"),
            Long.class,
            new Form<>(text -> Long.valueOf(digits(text)), "a whole number"),
            long.class,
            new Form<>(text -> Long.valueOf(digits(text)), "a whole number"),
            Boolean.class,
            new Form<>(ParameterForms::bool, "true or false"),
            boolean.class,
            new Form<>(ParameterForms::bool, "true or false"));

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Form<T> form = type.isEnum() ? enumForm(type) : (Form<T>) FORMS.get(type);
        return form == null ? null : new Converter<>(form, name(annotations));
    }

    private static <T> Form<T> enumForm(Class<T> type) {
        return new Form<>(
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> ((Enum<?>) constant).name().equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new),
                "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")));
    }

    /** Java would also take a plus in front and the digits of every script. */
    private static String digits(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    /** The name of a query parameter or header; empty for a path segment. */
    private static Optional<String> name(Annotation... annotations) {
        return Arrays.stream(annotations)
                .flatMap(annotation -> switch (annotation) {
                    case QueryParam query -> Stream.of(query.value());
                    case HeaderParam header -> Stream.of(header.value());
                    default -> Stream.empty();
                })
                .findFirst();
    }

    private record Converter<T>(Form<T> form, Optional<String> name) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return form.reading.apply(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw name.map(field -> Problem.invalid(field, "must be " + form.form, "invalid-value"))
                        .<RuntimeException>map(BadRequestException::new)
                        .orElseGet(NotFoundException::new);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
