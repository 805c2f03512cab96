package dev.remit.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A Keycloak and what gets people, machine clients and services in there; known before it runs. */
public final class IdentityProvider {
    /** Who administers Keycloak on one machine. */
    static final String ADMINISTRATOR = "admin";

    private final KeycloakOptions options;
    private final String administratorPassword;
    private final Accounts accounts;
    private final Tokens tokens;
    private volatile KeycloakServer keycloak;
    private boolean started;

    /**
     * @param folder for its home; used by one at a time
     * @param imports for the imported realm; all with the same secrets may share it
     * @param log file for what the server says
     * @param port of 127.0.0.1 to listen on
     * @param keepsData whether what is made in it is there at the next start
     * @param gateway address by which browsers reach the gateway's pages, without a path
     * @param mail what the placeholders of the realm's mail stand for; none where it sends none
     * @param secrets of the clients and of Keycloak's administrator
     * @param progress receives a line each time that it ended by itself and is started again
     */
    IdentityProvider(
            Path folder,
            Path imports,
            Path log,
            int port,
            boolean keepsData,
            String gateway,
            Map<String, String> mail,
            SecretFile secrets,
            Consumer<String> progress) {
        accounts = new Accounts(secrets, secrets);
        Map<String, String> placeholders = new HashMap<>(accounts.placeholders(gateway));
        placeholders.putAll(mail);
        options = new KeycloakOptions(
                folder, imports, log, port, keepsData, placeholders, secrets.secret("keycloak-bootstrap"), progress);
        administratorPassword = secrets.secret("keycloak-admin");
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

    /** Of {@link #ADMINISTRATOR} in Keycloak's own console. */
    String administratorPassword() {
        return administratorPassword;
    }

    /** Logs {@link #ADMINISTRATOR} in; good for a minute, once it runs. Keycloak refuses two log-ins of one person at once. */
    public synchronized KeycloakAdmin administrator() {
        return KeycloakAdmin.ofPerson(options.url(), ADMINISTRATOR, administratorPassword);
    }

    /** The secret of a service such as {@code contracts-service}. */
    public String clientSecret(String client) {
        return accounts.clientSecret(client);
    }

    /** The server's own address, without a path. */
    String url() {
        return options.url();
    }

    /** What every token says it was issued by. */
    public String issuer() {
        return options.issuer();
    }

    /** Returns once it hands out tokens, at once if it does so already. */
    public synchronized void start() {
        if (!started) {
            keycloak = KeycloakServer.launch(options);
            keycloak.awaitRealm();
            new MasterRealm(options.url(), options.bootstrapSecret())
                    .secure(ADMINISTRATOR, administratorPassword, List.of());
            keycloak.catchUp(this::administrator);
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
