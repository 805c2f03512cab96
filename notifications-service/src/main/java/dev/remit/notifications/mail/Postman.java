package dev.remit.notifications.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Hands mails to the mail server, outside of any transaction. */
@ApplicationScoped
class Postman {
    private static final int MAILBOX_UNAVAILABLE = 550;
    private static final int MAILBOX_NAME_NOT_ALLOWED = 553;

    private final ReactiveMailer mailer;
    private final MailSending settings;

    /** The mail client loses a server's greeting where one event loop opens a connection and another is to read from it. */
    private final Executor eventLoop;

    Postman(ReactiveMailer mailer, MailSending settings, Vertx vertx) {
        this.mailer = mailer;
        this.settings = settings;
        this.eventLoop = MutinyHelper.executor(vertx.getOrCreateContext());
    }

    MailOutcome send(OutgoingMail outgoing) {
        try {
            mailer.send(mail(outgoing)).runSubscriptionOn(eventLoop).await().atMost(settings.longestCall());
            return MailOutcome.TAKEN;
        } catch (RuntimeException failure) {
            return outcome(failure);
        }
    }

    private Mail mail(OutgoingMail outgoing) {
        Mail mail = new Mail()
                .setFrom(from(outgoing.fromName()))
                .setBounceAddress(settings.from())
                .addTo(outgoing.to())
                .setSubject(outgoing.forms().subject())
                .setText(outgoing.forms().plain())
                .setHtml(outgoing.forms().html());
        if (outgoing.replyTo() != null) {
            mail.setReplyTo(outgoing.replyTo());
        }
        outgoing.fields().forEach(mail::addHeader);
        return mail;
    }

    /** A name has no part in the address, whatever it is made of. */
    private String from(String name) {
        String plain = name.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029()<>\\[\\]\":;@\\\\,]+", " ")
                .strip();
        return plain.isEmpty() ? settings.from() : plain + " <" + settings.from() + ">";
    }

    /** What the server refuses for its recipient's sake is refused tomorrow too; anything else may be put right. */
    private static MailOutcome outcome(RuntimeException failure) {
        Optional<SMTPException> said = said(failure);
        boolean forGood = failure instanceof IllegalArgumentException
                || said.filter(refused -> refused.getReplyCode() >= MAILBOX_UNAVAILABLE
                                && refused.getReplyCode() <= MAILBOX_NAME_NOT_ALLOWED)
                        .isPresent();
        Throwable cause = said.<Throwable>map(refused -> refused)
                .orElse(failure.getCause() == null ? failure : failure.getCause());
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new MailOutcome(message.replaceAll("\\p{Cntrl}+", " "), forGood);
    }

    private static Optional<SMTPException> said(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
