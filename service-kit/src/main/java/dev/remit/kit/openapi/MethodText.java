package dev.remit.kit.openapi;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Javadoc of a resource method says, as the API document shows it.
 *
 * @param summary its first sentence without the full stop, or null
 * @param description the sentences after the first, or null
 * @param parameters by the parameter's Java name
 * @param answers by status, in the order in which they are told
 */
record MethodText(String summary, String description, Map<String, String> parameters, Map<String, String> answers) {
    static final MethodText NONE = new MethodText(null, null, Map.of(), Map.of());

    private static final Pattern FIRST_SENTENCE = Pattern.compile("(.*?)[.](?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("(?:^|; )([1-5]\\d\\d): ");

    /**
     * @param comment the method's main text
     * @param returned the text of its return tag: of one answer, which is a 200, or of several as {@code 201: …; 202: …}
     */
    static MethodText of(String comment, Map<String, String> parameters, String returned) {
        Matcher sentences = FIRST_SENTENCE.matcher(comment);
        if (!sentences.matches()) {
            return new MethodText(blankAsNull(comment), null, parameters, answers(returned));
        }
        return new MethodText(
                blankAsNull(sentences.group(1)), blankAsNull(sentences.group(2)), parameters, answers(returned));
    }

    private static Map<String, String> answers(String returned) {
        Map<String, String> answers = new LinkedHashMap<>();
        Matcher status = STATUS.matcher(returned);
        MatchResult before = null;
        while (status.find()) {
            if (before != null) {
                answers.put(before.group(1), capital(returned.substring(before.end(), status.start())));
            }
            before = status.toMatchResult();
        }
        if (before != null) {
            answers.put(before.group(1), capital(returned.substring(before.end())));
        } else if (!returned.isBlank()) {
            answers.put("200", capital(returned));
        }
        return answers;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
