package dev.remit.contracts.agreements.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Members and values of terms as a reader says them. */
final class Words {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z][a-z])");

    private Words() {}

    /** {@code responseMinutes} is "response minutes"; what is all capitals stays. */
    static String member(String path) {
        List<String> words = new ArrayList<>();
        for (String name : path.split("\\.")) {
            for (String word : HUMP.split(name)) {
                boolean code = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
                words.add(code ? word : word.toLowerCase(Locale.ROOT));
            }
        }
        return String.join(" ", words);
    }

    static String introduced(String member, JsonNode value) {
        return member(member) + " " + of(value);
    }

    /** A value: a code or number as it is, a text of several words in quotation marks, a list with commas, an object as "name value, name value". */
    static String of(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.isArray() ? range(part) : of(part)));
            return parts.isEmpty() ? "none" : String.join(", ", parts);
        }
        if (value.isObject()) {
            List<String> parts = new ArrayList<>();
            value.properties().forEach(entry -> parts.add(introduced(entry.getKey(), entry.getValue())));
            return parts.isEmpty() ? "nothing" : String.join(", ", parts);
        }
        String text = value.asText();
        return text.indexOf(' ') < 0 ? text : "“" + text + "”";
    }

    private static String range(JsonNode pair) {
        List<String> ends = new ArrayList<>();
        pair.forEach(end -> ends.add(of(end)));
        return String.join(" to ", ends);
    }
}
