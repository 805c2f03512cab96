package dev.remit.stack;

import dev.remit.stack.demo.DemoMsp;
import dev.remit.stack.demo.RemitApi;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The demo world and its operator in an installation that is started elsewhere. */
public final class DemoAccess {
    /** Of the file with the authority's certificate that {@link #makeCertificates} makes; no secret. */
    public static final String TRUST_PASSWORD = Certificates.TRUST_PASSWORD;

    private final SecretFile secrets;
    private final Accounts accounts;

    /** @param file where secrets are kept that are made up here */
    public DemoAccess(Path file) {
        this.secrets = new SecretFile(file);
        this.accounts = new Accounts(secrets, secrets);
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
     * The API as people and machine clients of the demo world call it; they are made when they first do.
     *
     * @param gateway its address, without a path
     * @param realm its address, as it is reached from here
     */
    public RemitApi api(String gateway, String realm) {
        Tokens tokens = new Tokens(realm, accounts);
        MspMaking making = new MspMaking(gateway, tokens, accounts);
        return new RemitApi(URI.create(gateway), new DemoAccounts(making, tokens, DemoMsp.all(), "")::token);
    }
}
