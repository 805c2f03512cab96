package dev.remit.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a Keycloak is to run.
 *
 * @param folder for its home; used by one server at a time
 * @param imports for the imported realm, until the next one; servers may share it
 * @param log file for what the server says
 * @param port of 127.0.0.1 to listen on
 * @param keepsData whether what is made in it is there at the next start
 * @param secrets what the realm's placeholders stand for, by name
 * @param bootstrapSecret of the client that sets up its administration and is gone then
 * @param progress receives a line each time that it ended by itself and is started again
 */
record KeycloakOptions(
        Path folder,
        Path imports,
        Path log,
        int port,
        boolean keepsData,
        Map<String, String> secrets,
        String bootstrapSecret,
        Consumer<String> progress) {
    KeycloakOptions {
        folder = folder.toAbsolutePath().normalize();
        imports = imports.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
        secrets = Map.copyOf(secrets);
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** What every token of the realm says it was issued by. */
    String issuer() {
        return url() + "/realms/remit";
    }
}
