package dev.remit.notifications.mail;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.retention.Retention;
import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Forgets mails that have ended, after {@code remit.mail.kept}. What waits is kept. */
@ApplicationScoped
class MailRetention implements Retention {
    private final Sql sql;
    private final Duration kept;

    MailRetention(Sql sql, MailSending settings) {
        this.sql = sql;
        this.kept = settings.kept();
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public Duration kept() {
        return kept;
    }

    @Override
    public int forget(Instant before, int most) {
        return sql.update("DELETE FROM mail WHERE id < ? AND state <> 'WAITING' LIMIT ?", Ids.firstOf(before), most);
    }
}
