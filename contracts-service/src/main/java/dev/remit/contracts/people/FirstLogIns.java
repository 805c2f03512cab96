package dev.remit.contracts.people;

import dev.remit.contracts.keycloak.Accounts;
import dev.remit.contracts.keycloak.Accounts.Account;
import dev.remit.contracts.keycloak.Accounts.Person;
import dev.remit.contracts.people.FirstLogIn.Invitation;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a newcomer a way in: the password that was given, an invitation by mail, or a password to hand over. */
@ApplicationScoped
public class FirstLogIns {
    /** Nothing that is taken for something else when it is read out. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int ATTEMPTS = 3;
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final Accounts accounts;
    private final String accountPages;
    private final SecureRandom random = new SecureRandom();

    FirstLogIns(Accounts accounts, @ConfigProperty(name = "quarkus.oidc.token.issuer") String issuer) {
        this.accounts = accounts;
        this.accountPages = issuer + "/account/";
    }

    /**
     * @param given the password for the first log-in; null for an invitation by mail or a password that is made up
     * @throws Accounts.Refused where Keycloak does not take the password
     */
    public FirstLogIn prepare(Account account, Person person, String given) {
        if (!account.isNew()) {
            return of(person, Invitation.NONE, null);
        }
        if (given != null) {
            if (!accounts.hasPassword(account)) {
                accounts.setPassword(account, given);
            }
            return of(person, Invitation.PASSWORD, null);
        }
        if (accounts.invite(account, person)) {
            return of(person, Invitation.MAIL, null);
        }
        return of(person, Invitation.PASSWORD, acceptedPassword(account));
    }

    /** Keycloak knows leaked passwords by a filter that takes one in ten thousand others for one of them. */
    private String acceptedPassword(Account account) {
        for (int more = ATTEMPTS - 1; ; more--) {
            String password = password();
            try {
                accounts.setPassword(account, password);
                return password;
            } catch (Accounts.Refused refused) {
                if (more == 0) {
                    throw refused;
                }
            }
        }
    }

    private FirstLogIn of(Person person, Invitation by, String password) {
        String then = person.secondFactor()
                ? "chooses a password of their own and sets up a second factor"
                : "chooses a password of their own";
        String next =
                switch (by) {
                    case MAIL ->
                        "%s %s opens the link in the mail to %s and %s."
                                .formatted(person.firstName(), person.lastName(), person.email(), then);
                    case PASSWORD ->
                        "Hand login and password over. %s %s logs in at %s and %s."
                                .formatted(person.firstName(), person.lastName(), accountPages, then);
                    case NONE ->
                        "%s %s has logged in before; nothing is left to do."
                                .formatted(person.firstName(), person.lastName());
                };
        return new FirstLogIn(person.login(), by, password, accountPages, next);
    }

    private String password() {
        return IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    private String group() {
        return random.ints(GROUP, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
