package dev.remit.notifications.mail;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Says whether there is a mail server. Nothing is unready without one: mail waits. */
@Readiness
@ApplicationScoped
class MailServerReady implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(MailServerReady.class);
    private static final String NOWHERE = ".invalid";

    private final MailSending settings;

    MailServerReady(MailSending settings) {
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (!isThere(settings)) {
            LOG.warn("No mail server is given (REMIT_SMTP_HOST): mail waits until there is one");
        }
    }

    static boolean isThere(MailSending settings) {
        return !settings.host().endsWith(NOWHERE);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mail")
                .withData("server", isThere(settings) ? settings.host() : "none: mail waits")
                .up()
                .build();
    }
}
