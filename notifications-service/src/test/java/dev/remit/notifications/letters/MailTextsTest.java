package dev.remit.notifications.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is said in English is said in German. */
class MailTextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

    @Test
    void germanHasEveryTextWithThePlacesOfTheEnglishOne() throws IOException {
        Properties german = german();
        assertEquals(
                Arrays.stream(MailTexts.class.getDeclaredMethods())
                        .map(Method::getName)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(german.stringPropertyNames()));
        for (Method text : MailTexts.class.getDeclaredMethods()) {
            String english = text.getAnnotation(Message.class).value();
            String translated = german.getProperty(text.getName());
            assertEquals(places(english), places(translated), text.getName());
            if (!text.getName().equals("ticket")) {
                assertNotEquals(english, translated, text.getName());
            }
        }
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties german() throws IOException {
        Properties german = new Properties();
        try (Reader reader = new InputStreamReader(
                MailTextsTest.class.getResourceAsStream("/messages/mail_de.properties"), StandardCharsets.UTF_8)) {
            german.load(reader);
        }
        return german;
    }
}
