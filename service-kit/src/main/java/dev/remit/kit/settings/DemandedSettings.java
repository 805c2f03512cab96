package dev.remit.kit.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/**
 * What a service must be told before it starts. Quarkus leaves out an optional property whose environment variable is not
 * there and fails later, over something else or not at all; what stands here is asked for first and missed by its name.
 */
@ConfigMapping(prefix = "remit.demanded")
interface DemandedSettings {
    String dbUrl();

    String dbUser();

    String dbPassword();

    String eraserUser();

    String eraserPassword();

    String migratorUser();

    String migratorPassword();

    String issuer();

    String clientId();

    String clientSecret();

    /** The services it reads from; a service names them in its own properties. */
    Map<String, String> neighbours();
}
