package dev.remit.contracts.keycloak;

import dev.remit.contracts.keycloak.KeycloakUsers.NewUser;
import dev.remit.contracts.keycloak.KeycloakUsers.Password;
import dev.remit.contracts.keycloak.KeycloakUsers.Role;
import dev.remit.contracts.keycloak.KeycloakUsers.User;
import dev.remit.kit.problem.Problem;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Makes people's accounts in Keycloak, or finds those that were made before. Not to be called in a transaction. */
@ApplicationScoped
public class Accounts {
    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final String FIRST_LOG_IN = "UPDATE_PASSWORD";
    private static final List<String> FIRST_ACTIONS = List.of(FIRST_LOG_IN, "CONFIGURE_TOTP");
    private static final int REFUSED = 400;
    private static final int CONFLICT = 409;

    private final KeycloakUsers users;

    Accounts(@RestClient KeycloakUsers users) {
        this.users = users;
    }

    /** A person of a tenant. */
    public record Person(UUID tenant, String login, String firstName, String lastName, String email, String role) {}

    /**
     * An account that is there.
     *
     * @param subject its id
     * @param isNew whether nobody has logged in with it
     */
    public record Account(String subject, boolean isNew) {}

    /** Keycloak does not take it, now or later. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.getMessage(), problem);
            this.problem = problem;
        }

        /** What to answer whoever asked for it. */
        public Problem problem() {
            return problem;
        }
    }

    /**
     * The account of a person, with the role: made if it is not there.
     *
     * @param password for the first log-in; null for none
     * @throws Refused where the login or the e-mail is somebody else's, or Keycloak takes the person or the password not
     * @throws Problem service-unavailable, where Keycloak gives no answer
     */
    public Account ensure(Person person, String password) {
        User user = find(person).orElseGet(() -> made(person, password));
        List<Role> missing = answered(() -> users.availableRoles(user.id())).stream()
                .filter(role -> role.name().equals(person.role()))
                .toList();
        if (!missing.isEmpty()) {
            answered(() -> {
                users.grant(user.id(), missing);
                return null;
            });
        }
        return new Account(user.id(), user.requiredActions().contains(FIRST_LOG_IN));
    }

    /** Whether there is a password to log in with. */
    public boolean hasPassword(Account account) {
        return answered(() -> users.credentials(account.subject())).stream()
                .anyMatch(credential -> credential.type().equals("password"));
    }

    /**
     * Gives an account another password, to be changed at the next log-in.
     *
     * @throws Refused where Keycloak does not take it
     */
    public void setPassword(Account account, String password) {
        refusable(() -> {
            users.setPassword(account.subject(), Password.temporary(password));
            return null;
        });
    }

    /** Invites the person by mail; false where the realm sends none. */
    public boolean invite(Account account) {
        try {
            users.mail(account.subject(), FIRST_ACTIONS);
            return true;
        } catch (WebApplicationException unsent) {
            LOG.infof(
                    "Keycloak sends no mail: it answers %d",
                    unsent.getResponse().getStatus());
            return false;
        } catch (ProcessingException | OidcClientException failure) {
            throw unavailable(failure);
        }
    }

    private Optional<User> find(Person person) {
        Optional<User> found =
                answered(() -> users.find(person.login(), true)).stream().findFirst();
        found.ifPresent(user -> requireSameTenant(user, person));
        return found;
    }

    private static void requireSameTenant(User user, Person person) {
        if (!user.attributes()
                .getOrDefault("tenant", List.of())
                .equals(List.of(person.tenant().toString()))) {
            throw taken("owner.login");
        }
    }

    private User made(Person person, String password) {
        NewUser wanted = new NewUser(
                person.login(),
                person.firstName(),
                person.lastName(),
                person.email(),
                true,
                Map.of("tenant", List.of(person.tenant().toString())),
                FIRST_ACTIONS,
                password == null ? List.of() : List.of(Password.temporary(password)));
        refusable(() -> {
            users.create(wanted);
            return null;
        });
        return find(person).orElseThrow(() -> unavailable(null));
    }

    private static <T> T refusable(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException refusal) {
            throw switch (refusal.getResponse().getStatus()) {
                case REFUSED -> refused(refusal.getResponse().readEntity(String.class));
                case CONFLICT -> taken("owner.email");
                default -> unavailable(refusal);
            };
        } catch (ProcessingException | OidcClientException failure) {
            throw unavailable(failure);
        }
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessingException | WebApplicationException | OidcClientException failure) {
            throw unavailable(failure);
        }
    }

    private static Refused taken(String field) {
        return new Refused(Problem.conflict("Another account of the suite has this login or e-mail.")
                .error(field, "belongs to another account", "taken"));
    }

    private static Refused refused(String answer) {
        LOG.infof("Keycloak refuses an account: %s", answer);
        return new Refused(
                answer.contains("assword")
                        ? Problem.invalid("temporaryPassword", "is too easy to guess or not allowed", "password")
                        : Problem.invalid("owner", "is not what an account can have", "account"));
    }

    private static Problem unavailable(Throwable failure) {
        LOG.warnf(failure, "Keycloak gave no answer of use");
        return Problem.unavailable("Keycloak gives no answer of use now. Ask again under the same key.");
    }
}
