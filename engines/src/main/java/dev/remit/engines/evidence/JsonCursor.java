package dev.remit.engines.evidence;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.Fraction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A place in a parsed JSON document that knows its path, so that whatever is wrong there is reported by name. A member
 * that is missing or {@code null} is a place too, only an absent one.
 */
public final class JsonCursor {

    private static final int LONGEST_NAME = 200;

    private final Object value;
    private final String path;

    private JsonCursor(Object value, String path) {
        this.value = value;
        this.path = path;
    }

    /** The top of a document as {@link CanonicalJson#parse} gives it. */
    public static JsonCursor of(Object document) {
        return new JsonCursor(document, "");
    }

    /** Where this is, as {@code entries[0].end}; empty at the top. */
    public String path() {
        return path;
    }

    /** Whether there is a value here other than {@code null}. */
    public boolean isPresent() {
        return value != null;
    }

    /** The plain value here, or null. */
    public Object value() {
        return value;
    }

    /** A member of this object; absent if the object has none of the name. */
    public JsonCursor member(String name) {
        return new JsonCursor(object().get(name), path.isEmpty() ? name : path + "." + name);
    }

    /** The members of this object in the order of the text; empty if this is absent. */
    public Map<String, JsonCursor> members() {
        Map<String, JsonCursor> members = new LinkedHashMap<>();
        if (isPresent()) {
            for (String name : object().keySet()) {
                members.put(name, member(name));
            }
        }
        return members;
    }

    /** As {@link #members}, of an object whose members name things: what a {@link #name} must not hold, they do not. */
    public Map<String, JsonCursor> namedMembers() {
        Map<String, JsonCursor> members = members();
        for (String name : members.keySet()) {
            if (isNoName(name)) {
                throw fault("must have members whose names are at most " + LONGEST_NAME
                        + " characters and none of them a control character");
            }
        }
        return members;
    }

    /**
     * Refuses members of any other name.
     *
     * @return this
     */
    public JsonCursor onlyMembers(Set<String> known) {
        for (String name : object().keySet()) {
            if (!known.contains(name)) {
                throw member(name).fault("is not a field that is known here");
            }
        }
        return this;
    }

    /** The elements of this list; empty if this is absent. */
    public List<JsonCursor> elements() {
        if (!isPresent()) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw fault("must be a list");
        }
        List<JsonCursor> elements = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            elements.add(new JsonCursor(list.get(i), path + "[" + i + "]"));
        }
        return elements;
    }

    /** Each element of this list, read; empty if this is absent. */
    public <T> List<T> list(Function<JsonCursor, T> reader) {
        List<T> values = new ArrayList<>();
        for (JsonCursor element : elements()) {
            values.add(reader.apply(element));
        }
        return List.copyOf(values);
    }

    /** What the reader makes of the value here, or null if this is absent. */
    public <T> T optional(Function<JsonCursor, T> reader) {
        return isPresent() ? reader.apply(this) : null;
    }

    /** What the reader makes of the value here, or the other if this is absent. */
    public <T> T or(Function<JsonCursor, T> reader, T other) {
        return isPresent() ? reader.apply(this) : other;
    }

    /** Text that is not blank. */
    public String text() {
        if (present() instanceof String text && !text.isBlank()) {
            return text;
        }
        throw fault("must be text that is not blank");
    }

    /** Text that names something: not blank, at most {@value #LONGEST_NAME} characters and none of them a control character. */
    public String name() {
        String name = text();
        if (isNoName(name)) {
            throw fault("must be at most " + LONGEST_NAME + " characters and none of them a control character");
        }
        return name;
    }

    private static boolean isNoName(String text) {
        return text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl);
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public long whole(long least, long most) {
        if (!(present() instanceof Long number)) {
            throw fault("must be a whole number");
        }
        if (number < least || number > most) {
            throw fault("must be from " + least + " to " + most);
        }
        return number;
    }

    /** True or false. */
    public boolean flag() {
        if (present() instanceof Boolean flag) {
            return flag;
        }
        throw fault("must be true or false");
    }

    /** A decimal number that is written as text and not below 0. */
    public Fraction decimal() {
        String text = text();
        try {
            Fraction number = Fraction.parse(text);
            if (number.signum() >= 0) {
                return number;
            }
        } catch (IllegalArgumentException e) {
            throw fault("must be a decimal number written as text, such as \"1.5\"");
        }
        throw fault("must not be negative");
    }

    /** A date such as {@code 2026-06-20}. */
    public LocalDate date() {
        return parsed(LocalDate::parse, "must be a date such as \"2026-06-20\"");
    }

    /** An instant such as {@code 2026-06-20T13:00:00Z}. */
    public Instant instant() {
        return parsed(Instant::parse, "must be an instant such as \"2026-06-20T13:00:00Z\"");
    }

    /** A UUID in its 36 characters. */
    public UUID uuid() {
        String text = text();
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw fault("must be a UUID");
        }
        throw fault("must be a UUID");
    }

    /** One of an enum's names. */
    public <E extends Enum<E>> E oneOf(Class<E> names) {
        String text = text();
        for (E name : names.getEnumConstants()) {
            if (name.name().equals(text)) {
                return name;
            }
        }
        throw fault("must be one of " + Arrays.toString(names.getEnumConstants()));
    }

    /** A fault of the value here. */
    public InvalidInput fault(String problem) {
        return new InvalidInput(path, problem);
    }

    private <T> T parsed(Function<String, T> reader, String otherwise) {
        String text = text();
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw fault(otherwise);
        }
    }

    private Object present() {
        if (value == null) {
            throw fault("is missing");
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object() {
        if (present() instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw fault("must be an object");
    }
}
