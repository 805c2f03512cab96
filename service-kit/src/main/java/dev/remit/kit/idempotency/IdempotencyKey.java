package dev.remit.kit.idempotency;

import dev.remit.kit.problem.Problem;
import java.util.regex.Pattern;

/** Reads a key as its header has it: a string in quotes, as draft-ietf-httpapi-idempotency-key has it, or the same without. */
final class IdempotencyKey {
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,%d}".formatted(Idempotency.LONGEST_KEY));
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ -!#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private IdempotencyKey() {}

    /**
     * The key without its quotes.
     *
     * @param sent the header's value; null when it was not sent
     * @throws Problem validation without a sane key
     */
    static String read(String sent) {
        if (sent == null) {
            throw Problem.invalid(Idempotency.HEADER, "is required", "required");
        }
        String key = sent;
        if (sent.startsWith("\"")) {
            var quoted = QUOTED.matcher(sent);
            key = quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : "";
        }
        if (!VISIBLE_ASCII.matcher(key).matches()) {
            throw Problem.invalid(
                    Idempotency.HEADER,
                    "must be 1 to " + Idempotency.LONGEST_KEY + " visible ASCII characters, in quotes or without",
                    "idempotency-key");
        }
        return key;
    }
}
