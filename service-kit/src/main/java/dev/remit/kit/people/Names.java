package dev.remit.kit.people;

import dev.remit.kit.problem.Problem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a typed name is a person's own. */
public final class Names {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Names() {}

    /** Case, accents and surplus spaces make no difference. False where either is null. */
    public static boolean same(String typed, String own) {
        return typed != null && own != null && folded(typed).equals(folded(own));
    }

    /**
     * @param field of the request in which the name was typed
     * @param own the person's name in our records; null where there is none, and then nothing typed is right
     * @throws Problem validation, naming the field
     */
    public static void requireOwn(String field, String typed, String own) {
        if (!same(typed, own)) {
            throw Problem.invalid(
                    field,
                    own == null ? "cannot be compared: you have no name on record" : "must be your own name, " + own,
                    "own-name");
        }
    }

    private static String folded(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
