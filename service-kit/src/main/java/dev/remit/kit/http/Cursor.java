package dev.remit.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.json.TimeForms;
import dev.remit.kit.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where a page ended: the sort key of its last row. Opaque to callers, not secret. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = parts;
    }

    /** @param sortKey the values that the list is sorted by, ending in a unique one */
    public static Cursor after(Object... sortKey) {
        return new Cursor(Arrays.stream(sortKey).map(Object::toString).toList());
    }

    /** @throws Problem validation, when {@code text} is none of our cursors or one of another list */
    static Cursor parse(String text, int parts) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            List<String> found = Arrays.asList(decoded.split(SEPARATOR, -1));
            if (found.size() == parts) {
                return new Cursor(found);
            }
        } catch (IllegalArgumentException e) {
            // Falls to the one answer for a foreign cursor.
        }
        throw foreign();
    }

    public String text() {
        String joined = parts.stream().collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(UTF_8));
    }

    public String string(int part) {
        return parts.get(part);
    }

    public UUID uuid(int part) {
        return Ids.parse(parts.get(part)).orElseThrow(Cursor::foreign);
    }

    public Instant instant(int part) {
        try {
            return TimeForms.instant(parts.get(part));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw foreign();
        }
    }

    public LocalDate date(int part) {
        try {
            return LocalDate.parse(parts.get(part));
        } catch (DateTimeException e) {
            throw foreign();
        }
    }

    public long number(int part) {
        try {
            return Long.parseLong(parts.get(part));
        } catch (NumberFormatException e) {
            throw foreign();
        }
    }

    public int integer(int part) {
        try {
            return Math.toIntExact(number(part));
        } catch (ArithmeticException e) {
            throw foreign();
        }
    }

    private static Problem foreign() {
        return Problem.invalid("cursor", "must be the next of an earlier page of this list", "cursor");
    }
}
