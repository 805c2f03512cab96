package dev.remit.contracts.tenants;

import dev.remit.contracts.keycloak.Accounts;
import dev.remit.contracts.keycloak.Accounts.Account;
import dev.remit.contracts.tenants.MadeTenant.FirstLogIn;
import dev.remit.contracts.tenants.MadeTenant.Invitation;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a new owner a way in: the password that was given, an invitation by mail, or a password to hand over. */
@ApplicationScoped
class FirstLogIns {
    /** Nothing that is taken for something else when it is read out. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final Accounts accounts;
    private final String accountPages;
    private final SecureRandom random = new SecureRandom();

    FirstLogIns(Accounts accounts, @ConfigProperty(name = "quarkus.oidc.token.issuer") String issuer) {
        this.accounts = accounts;
        this.accountPages = issuer + "/account/";
    }

    FirstLogIn prepare(Account account, NewTenant wanted) {
        if (!account.isNew()) {
            return of(wanted, Invitation.NONE, null);
        }
        if (wanted.temporaryPassword() != null) {
            if (!accounts.hasPassword(account)) {
                set(account, wanted.temporaryPassword());
            }
            return of(wanted, Invitation.PASSWORD, null);
        }
        if (accounts.invite(account)) {
            return of(wanted, Invitation.MAIL, null);
        }
        String password = password();
        set(account, password);
        return of(wanted, Invitation.PASSWORD, password);
    }

    private void set(Account account, String password) {
        try {
            accounts.setPassword(account, password);
        } catch (Accounts.Refused refused) {
            throw refused.problem();
        }
    }

    private FirstLogIn of(NewTenant wanted, Invitation by, String password) {
        Owner owner = wanted.owner();
        String next =
                switch (by) {
                    case MAIL ->
                        "%s %s opens the link in the mail to %s, chooses a password and sets up a second factor."
                                .formatted(owner.firstName(), owner.lastName(), owner.email());
                    case PASSWORD ->
                        "Hand login and password over. The owner logs in at %s, chooses a password of their own and sets up a second factor."
                                .formatted(accountPages);
                    case NONE -> "The owner has logged in before; nothing is left to do.";
                };
        return new FirstLogIn(owner.login(), by, password, accountPages, next);
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
