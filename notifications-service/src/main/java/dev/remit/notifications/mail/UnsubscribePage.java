package dev.remit.notifications.mail;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.ForeignParameters;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.notifications.letters.ChoicePages;
import dev.remit.notifications.mailchoices.MailChoice;
import dev.remit.notifications.mailchoices.MailChoices;
import dev.remit.notifications.mailkinds.MailLanguage;
import dev.remit.notifications.mailsettings.MailPlans;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Where a mail's reader wants no more of its kind, without a log-in: who has the mail has the token. To look changes nothing,
 * since mail scanners follow links; to post does, by a person's click or a mail program's (RFC 8058).
 */
@Path(UnsubscribePage.PATH + "/{tenant}/{mail}/{token}")
@AccessUnrecorded("says no more than the mail that leads here")
class UnsubscribePage {
    static final String PATH = "/mail-choices";

    private static final String TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final Mails mails;
    private final MailChoices choices;
    private final MailPlans plans;
    private final ChoicePages pages;
    private final KnownTenants tenants;
    private final Tenancy tenancy;

    UnsubscribePage(
            Mails mails,
            MailChoices choices,
            MailPlans plans,
            ChoicePages pages,
            KnownTenants tenants,
            Tenancy tenancy) {
        this.mails = mails;
        this.choices = choices;
        this.plans = plans;
        this.pages = pages;
        this.tenants = tenants;
        this.tenancy = tenancy;
    }

    /** @throws Problem not-found, where there is no such mail */
    @GET
    @Produces(TYPE)
    @PermitAll
    @ForeignParameters
    public RestResponse<String> show(UUID tenant, UUID mail, String token) {
        return page(inTenant(tenant, () -> pages.question(language(require(mail, token)))));
    }

    /** @throws Problem not-found, where there is no such mail */
    @POST
    @Produces(TYPE)
    @PermitAll
    @ForeignParameters
    public RestResponse<String> switchOff(UUID tenant, UUID mail, String token) {
        return page(inTenant(tenant, () -> {
            Mail sent = require(mail, token);
            choices.switchOff(sent.recipientLogin(), sent.kind());
            return pages.done(language(sent));
        }));
    }

    private String inTenant(UUID tenant, Supplier<String> page) {
        if (tenants.of(tenant).isSuspended() || tenancy.currentIfAny().isPresent()) {
            throw Problem.notFound();
        }
        return tenancy.callAs(tenant, page);
    }

    private MailLanguage language(Mail sent) {
        return choices.of(sent.recipientLogin()).flatMap(MailChoice::language).orElseGet(() -> plans.present()
                .language());
    }

    private Mail require(UUID id, String token) {
        Mail mail = mails.find(id);
        boolean theirs = mail != null
                && !mail.kind().isDemanded()
                && mail.recipientLogin() != null
                && MessageDigest.isEqual(
                        mail.token().getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
        if (!theirs) {
            throw Problem.notFound();
        }
        return mail;
    }

    private static RestResponse<String> page(String html) {
        return ResponseBuilder.ok(html, TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .build();
    }
}
