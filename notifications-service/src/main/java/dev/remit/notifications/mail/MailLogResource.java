package dev.remit.notifications.mail;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people were written to, over HTTP. */
@Path("/api/notifications/v1/mails")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, AUDITOR})
@AccessRecorded
@Tag(name = "Mail")
class MailLogResource {
    private static final UUID AFTER_ALL = Ids.firstOf(Instant.parse("9999-01-01T00:00:00Z"));

    private final Mails mails;

    MailLogResource(Mails mails) {
        this.mails = mails;
    }

    /**
     * What people were written to about, and what waits, newest first: to whom, about what, and what became of it. What a mail
     * said is not kept.
     *
     * @param state only these
     */
    @GET
    @ConsistentRead
    public Page<MailView> listMails(@QueryParam("state") MailState state, @Valid @BeanParam Paging paging) {
        UUID before = paging.after(1).map(cursor -> cursor.uuid(0)).orElse(AFTER_ALL);
        List<Mail> rows = mails.newest(state, before, paging.limit() + 1);
        return Page.of(rows, paging.limit(), MailView::of, row -> Cursor.after(row.id()));
    }
}
