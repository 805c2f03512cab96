package dev.remit.contracts.keycloak;

import dev.remit.contracts.keycloak.KeycloakUsers.NewUser;
import dev.remit.contracts.keycloak.KeycloakUsers.Password;
import dev.remit.contracts.keycloak.KeycloakUsers.User;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Roles;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Makes people's accounts in Keycloak, or finds those that were made before. Not to be called in a transaction. */
@ApplicationScoped
public class Accounts {
    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final String FIRST_LOG_IN = "UPDATE_PASSWORD";
    private static final String SECOND_FACTOR = "CONFIGURE_TOTP";
    private static final int REFUSED = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private static final int PAGE = 100;

    private final KeycloakUsers users;
    private final Grants grants;
    private final MspOrganizations organizations;

    Accounts(@RestClient KeycloakUsers users, Grants grants, MspOrganizations organizations) {
        this.users = users;
        this.grants = grants;
        this.organizations = organizations;
    }

    /**
     * A person of a tenant.
     *
     * @param roles as tokens name them
     * @param client the code of the client for which they decide; empty for the MSP's own
     */
    public record Person(
            UUID tenant,
            String login,
            String firstName,
            String lastName,
            String email,
            Set<String> roles,
            Optional<String> client) {

        /** Whether more than a password is asked for. */
        public boolean secondFactor() {
            return roles.contains(Roles.OWNER) || roles.contains(Roles.FINANCE);
        }

        private List<String> firstActions() {
            return secondFactor() ? List.of(FIRST_LOG_IN, SECOND_FACTOR) : List.of(FIRST_LOG_IN);
        }

        private Map<String, List<String>> attributes() {
            Map<String, List<String>> attributes = new HashMap<>();
            attributes.put("tenant", List.of(tenant.toString()));
            client.ifPresent(code -> attributes.put("client", List.of(code)));
            return attributes;
        }
    }

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

        private final transient Function<String, Problem> problem;

        Refused(String message, Function<String, Problem> problem) {
            super(message);
            this.problem = problem;
        }

        /**
         * What to answer whoever asked for it.
         *
         * @param person what stands before the names of the person's fields in the request, such as {@code owner.}
         */
        public Problem problem(String person) {
            return problem.apply(person);
        }
    }

    /**
     * The account of a person, with these roles and no others, a member of its MSP: made if it is not there.
     *
     * @param password for the first log-in; null for none
     * @throws Refused where the login or the e-mail is somebody else's, or Keycloak takes the person or the password not
     * @throws Problem service-unavailable, where Keycloak gives no answer
     */
    public Account ensure(Person person, String password) {
        User user = find(person).orElseGet(() -> made(person, password));
        grants.giveExactly(user.id(), person.roles());
        organizations.join(person.tenant(), user.id());
        return new Account(user.id(), user.requiredActions().contains(FIRST_LOG_IN));
    }

    /** The account of somebody whose account was made. */
    public Account account(String subject) {
        Object actions = KeycloakCalls.answered(() -> users.whole(subject)).getOrDefault("requiredActions", List.of());
        return new Account(subject, ((Collection<?>) actions).contains(FIRST_LOG_IN));
    }

    /** Whatever accounts say that they are a tenant's, whoever made them. */
    List<String> of(UUID tenant) {
        List<String> all = new ArrayList<>();
        List<User> page;
        int first = 0;
        do {
            page = page(tenant, first);
            page.stream()
                    .filter(user ->
                            user.attributes().getOrDefault("tenant", List.of()).equals(List.of(tenant.toString())))
                    .forEach(user -> all.add(user.id()));
            first += page.size();
        } while (page.size() == PAGE);
        return all;
    }

    private List<User> page(UUID tenant, int first) {
        return KeycloakCalls.answered(() -> users.withAttribute("tenant:" + tenant, first, PAGE));
    }

    /** Forgets an account. */
    public void remove(String subject) {
        KeycloakCalls.doneUnless(NOT_FOUND, () -> users.remove(subject));
    }

    /** Whether there is a password to log in with. */
    public boolean hasPassword(Account account) {
        return has(account.subject(), "password");
    }

    private boolean has(String subject, String credentialType) {
        return KeycloakCalls.answered(() -> users.credentials(subject)).stream()
                .anyMatch(credential -> credential.type().equals(credentialType));
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

    /**
     * Lets a person in, or not, and ends their sessions, so that the next log-in has what holds now.
     *
     * @param subject of the account
     */
    public void follow(String subject, Person person, boolean active) {
        Map<String, Object> whole = new HashMap<>(KeycloakCalls.answered(() -> users.whole(subject)));
        whole.put("enabled", active);
        if (person.secondFactor() && !has(subject, "otp")) {
            Set<Object> actions = new LinkedHashSet<>((Collection<?>) whole.getOrDefault("requiredActions", List.of()));
            actions.add(SECOND_FACTOR);
            whole.put("requiredActions", actions);
        }
        KeycloakCalls.done(() -> users.change(subject, whole));
        KeycloakCalls.done(() -> users.logout(subject));
    }

    /** Invites the person by mail; false where the realm sends none, or the mail cannot be sent now. */
    public boolean invite(Account account, Person person) {
        try {
            users.mail(account.subject(), person.firstActions());
            return true;
        } catch (WebApplicationException unsent) {
            LOG.infof(
                    "Keycloak sends no mail: it answers %d",
                    unsent.getResponse().getStatus());
            return false;
        } catch (ProcessingException | OidcClientException failure) {
            throw KeycloakCalls.unavailable(failure);
        }
    }

    private Optional<User> find(Person person) {
        Optional<User> found = KeycloakCalls.answered(() -> users.find(person.login(), true)).stream()
                .findFirst();
        found.ifPresent(user -> requireSame(user, person));
        return found;
    }

    private static void requireSame(User user, Person person) {
        Map<String, List<String>> wanted = person.attributes();
        for (String attribute : List.of("tenant", "client")) {
            if (!user.attributes()
                    .getOrDefault(attribute, List.of())
                    .equals(wanted.getOrDefault(attribute, List.of()))) {
                throw taken("login");
            }
        }
    }

    private User made(Person person, String password) {
        NewUser wanted = new NewUser(
                person.login(),
                person.firstName(),
                person.lastName(),
                person.email(),
                true,
                person.attributes(),
                person.firstActions(),
                password == null ? List.of() : List.of(Password.temporary(password)));
        refusable(() -> {
            users.create(wanted);
            return null;
        });
        return find(person).orElseThrow(() -> KeycloakCalls.unavailable(null));
    }

    private static <T> T refusable(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException refusal) {
            throw switch (refusal.getResponse().getStatus()) {
                case REFUSED -> refused(refusal.getResponse().readEntity(String.class));
                case CONFLICT -> taken("email");
                default -> KeycloakCalls.unavailable(refusal);
            };
        } catch (ProcessingException | OidcClientException failure) {
            throw KeycloakCalls.unavailable(failure);
        }
    }

    private static Refused taken(String field) {
        return new Refused("taken", person -> Problem.conflict("Another account of the suite has this login or e-mail.")
                .error(person + field, "belongs to another account", "taken"));
    }

    private static Refused refused(String answer) {
        LOG.infof("Keycloak refuses an account: %s", answer);
        return new Refused(
                "refused",
                person -> answer.contains("assword")
                        ? Problem.invalid("temporaryPassword", "is too easy to guess or not allowed", "password")
                        : Problem.invalid(
                                person + "login", "is, or the name is, not what an account can have", "account"));
    }
}
