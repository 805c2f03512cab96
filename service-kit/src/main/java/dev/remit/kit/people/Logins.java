package dev.remit.kit.people;

import java.util.Locale;

/** Whether two user names are those of one account. The identity server knows no difference of case, nor do we. */
public final class Logins {
    private Logins() {}

    /** False where either is null: nobody is found by a login that is not there. */
    public static boolean same(String one, String other) {
        return one != null && other != null && key(one).equals(key(other));
    }

    /**
     * What two user names of one account have in common.
     *
     * @param login not null
     */
    public static String key(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
