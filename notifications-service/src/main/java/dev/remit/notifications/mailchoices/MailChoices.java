package dev.remit.notifications.mailchoices;

import dev.remit.kit.http.ETags;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.people.Logins;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.notifications.mailkinds.MailKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people of the current tenant have chosen, by their logins. */
@ApplicationScoped
public class MailChoices {
    private final ChoiceRows rows;
    private final Ids ids;

    MailChoices(ChoiceRows rows, Ids ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /** @param login null for whoever has none, who can choose nothing */
    public Optional<MailChoice> of(String login) {
        return login == null
                ? Optional.empty()
                : rows.find("login", Logins.key(login)).firstResultOptional();
    }

    /** They want no more mail of that kind. */
    public void switchOff(String login, MailKind kind) {
        of(login).orElseGet(() -> make(login)).switchOff(kind);
        flush();
    }

    MailChoice make(String login) {
        MailChoice choice = new MailChoice(ids.next(), Logins.key(login));
        rows.persist(choice);
        return choice;
    }

    /** @throws Problem stale, where somebody else has made the first choice meanwhile */
    void flush() {
        Duplicates.flush(rows.getEntityManager(), Map.of("uq_mail_choice_of_login", ETags.stale()));
    }

    @ApplicationScoped
    static class ChoiceRows implements PanacheRepositoryBase<MailChoice, UUID> {}
}
