package dev.remit.contracts.keycloak;

import dev.remit.kit.problem.Problem;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Calls of Keycloak's admin API, whose failures are answered as what they mean to our caller. */
final class KeycloakCalls {
    private static final Logger LOG = Logger.getLogger(KeycloakCalls.class);

    private KeycloakCalls() {}

    /** @throws Problem service-unavailable, whatever goes wrong */
    static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessingException | WebApplicationException | OidcClientException failure) {
            throw unavailable(failure);
        }
    }

    /** As {@link #answered}, for calls that give nothing back. */
    static void done(Runnable call) {
        answered(() -> {
            call.run();
            return null;
        });
    }

    /**
     * As {@link #done}, where one refusal says that it is as wanted already.
     *
     * @param status of that refusal
     */
    static void doneUnless(int status, Runnable call) {
        try {
            call.run();
        } catch (WebApplicationException refusal) {
            if (refusal.getResponse().getStatus() != status) {
                throw unavailable(refusal);
            }
        } catch (ProcessingException | OidcClientException failure) {
            throw unavailable(failure);
        }
    }

    static Problem unavailable(Throwable failure) {
        LOG.warnf(failure, "Keycloak gave no answer of use");
        return Problem.unavailable("Keycloak gives no answer of use now. Ask again under the same key.");
    }
}
