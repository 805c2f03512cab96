package dev.remit.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The people and machine clients of the one-machine profile, for a Keycloak that is started elsewhere. */
public final class DemoAccess {
    /** Of the file with the authority's certificate that {@link #makeCertificates} makes; no secret. */
    public static final String TRUST_PASSWORD = Certificates.TRUST_PASSWORD;

    private final SecretFile secrets;
    private final Accounts accounts;

    /** @param file where secrets are kept that are made up here */
    public DemoAccess(Path file) {
        this.secrets = new SecretFile(file);
        this.accounts = new Accounts(secrets);
    }

    /**
     * Certificates for the parts of a cluster that lives for a day, each in a folder called as its secret, readable for the
     * containers' users.
     */
    public static void makeCertificates(Path folder) {
        Certificates.make(folder, 1);
        Certificates.letEverybodyRead(folder);
    }

    /** The secret of that name, made up if there is none yet. */
    public String secret(String name) {
        return secrets.secret(name);
    }

    /**
     * What the realm files' placeholders stand for.
     *
     * @param gateway address by which browsers reach the gateway's pages, without a path
     */
    public Map<String, String> placeholders(String gateway) {
        return accounts.placeholders(gateway);
    }

    /**
     * @param address the realm's, as it is reached from here
     * @return gives an access token for a person or machine client by its name
     */
    public UnaryOperator<String> tokens(String address) {
        return new Tokens(address, accounts)::of;
    }
}
