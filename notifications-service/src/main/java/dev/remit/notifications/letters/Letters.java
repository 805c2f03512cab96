package dev.remit.notifications.letters;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes letters, each once as plain text and once as HTML. */
@ApplicationScoped
public class Letters {
    private final Template plain;
    private final Template html;

    Letters(@Location("letter.txt") Template plain, @Location("letter.html") Template html) {
        this.plain = plain;
        this.html = html;
    }

    /** The two forms of one letter. */
    public record Forms(String subject, String plain, String html) {}

    public Forms write(MailMatter matter, LetterReader reader) {
        Letter letter = LetterWriter.write(matter, reader);
        return new Forms(
                letter.subject(),
                plain.data("letter", letter).render(),
                html.data("letter", letter).render());
    }
}
