package dev.remit.contracts.people;

/** What the identity server takes of people's accounts. */
public final class AccountForms {
    /** A login, in lower case as it is kept. */
    public static final String LOGIN = "^[a-z0-9][a-z0-9@._+-]{2,199}$";

    /** Whatever is taken as a name. */
    public static final String NAME = "^[^<>&\"$%!#?§;*~/|=\\[\\]{}()^\\\\]+$";

    private AccountForms() {}
}
