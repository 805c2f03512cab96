package dev.remit.notifications.mail;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets mails that have ended, after {@code remit.mail.kept}. What waits is kept. */
@ApplicationScoped
class MailRetention {
    private static final int BATCH = 1_000;

    private final Sql sql;
    private final InstantSource wall;
    private final Duration kept;

    MailRetention(Sql sql, InstantSource wall, MailSending settings) {
        this.sql = sql;
        this.wall = wall;
        this.kept = settings.kept();
    }

    @Scheduled(every = "1h", delayed = "2m", identity = "mail-retention")
    void forgetOldMails() {
        forgetBefore(wall.instant().minus(kept));
    }

    /** Small batches, each its own transaction: two replicas may do this at once. */
    void forgetBefore(Instant moment) {
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew()
                    .call(() -> sql.update(
                            "DELETE FROM mail WHERE id < ? AND state <> 'WAITING' LIMIT " + BATCH,
                            Ids.firstOf(moment)));
        } while (deleted == BATCH);
    }
}
