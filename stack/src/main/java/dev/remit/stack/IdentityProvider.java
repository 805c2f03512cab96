package dev.remit.stack;

import java.nio.file.Path;

/** A Keycloak and what gets people, machine clients and services in there; known before it runs. */
final class IdentityProvider {
    private final KeycloakOptions options;
    private final Accounts accounts;
    private final Tokens tokens;
    private volatile KeycloakServer keycloak;
    private boolean started;

    /**
     * @param folder for its home; used by one at a time
     * @param imports for the imported realm; all with the same secrets may share it
     * @param log file for what the server says
     * @param port of 127.0.0.1 to listen on
     * @param secrets of the clients and of Keycloak's administrator
     */
    IdentityProvider(Path folder, Path imports, Path log, int port, SecretFile secrets) {
        accounts = new Accounts(secrets);
        options = new KeycloakOptions(
                folder, imports, log, port, accounts.placeholders(), secrets.secret("keycloak-admin"));
        tokens = new Tokens(options.issuer(), accounts);
    }

    /** Who is known to it. */
    Accounts accounts() {
        return accounts;
    }

    /** Those that it issues once it runs. */
    Tokens tokens() {
        return tokens;
    }

    /** Of {@code admin} in Keycloak's own console. */
    String administratorPassword() {
        return options.administratorPassword();
    }

    /** What every token says it was issued by. */
    String issuer() {
        return options.issuer();
    }

    /** Returns once it hands out tokens, at once if it does so already. */
    synchronized void start() {
        if (!started) {
            keycloak = KeycloakServer.launch(options);
            keycloak.awaitRealm();
            started = true;
        }
    }

    /** Ends a start as well, once it is past the import; an import ends with this JVM. */
    void stop() {
        KeycloakServer launched = keycloak;
        if (launched != null) {
            launched.stop();
        }
    }
}
