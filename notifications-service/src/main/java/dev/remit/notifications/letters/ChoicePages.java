package dev.remit.notifications.letters;

import dev.remit.notifications.mailkinds.MailLanguage;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;

/** The pages on which somebody says that they want no more mail of a kind. */
@ApplicationScoped
public class ChoicePages {
    private final Template html;

    ChoicePages(@Location("unsubscribe.html") Template html) {
        this.html = html;
    }

    /** Asks, with a button. */
    public String question(MailLanguage language) {
        MailTexts texts = LetterWriter.texts(language);
        return page(language, texts.unsubscribeQuestion(), texts.unsubscribe());
    }

    /** Says that it is done. */
    public String done(MailLanguage language) {
        return page(language, LetterWriter.texts(language).unsubscribed(), null);
    }

    private String page(MailLanguage language, String text, String button) {
        return html.data("page", new ChoicePage(language.locale().getLanguage(), text, button))
                .render();
    }
}
