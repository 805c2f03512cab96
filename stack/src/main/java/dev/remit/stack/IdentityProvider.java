package dev.remit.stack;

import java.nio.file.Path;

/**
 * A running Keycloak and what gets people, machine clients and services in there.
 *
 * @param accounts who is known to it
 * @param tokens which it issues
 */
record IdentityProvider(KeycloakServer keycloak, Accounts accounts, Tokens tokens) {
    /**
     * @param folder for its home and the prepared realm; used by one at a time
     * @param log file for what the server says
     * @param port of 127.0.0.1 to listen on
     * @param secrets of the clients and of Keycloak's administrator
     */
    static IdentityProvider start(Path folder, Path log, int port, SecretFile secrets) {
        Accounts accounts = new Accounts(secrets);
        KeycloakServer keycloak = KeycloakServer.start(
                new KeycloakOptions(folder, log, port, accounts.placeholders(), secrets.secret("keycloak-admin")));
        return new IdentityProvider(keycloak, accounts, new Tokens(keycloak.issuer(), accounts));
    }

    /** What every token says it was issued by. */
    String issuer() {
        return keycloak.issuer();
    }

    void stop() {
        keycloak.stop();
    }
}
