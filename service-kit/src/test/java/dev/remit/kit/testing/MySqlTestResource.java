package dev.remit.kit.testing;

import dev.remit.kit.testing.sql.StatementRecorder;
import dev.remit.stack.MySqlSchema;
import dev.remit.stack.TestMySql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a service under test a fresh schema on a real MySQL with a migrator, an app and an eraser user, and a key of this run that its
 * tokens are signed with. Its parameter {@code module} names the schema:
 * {@code @QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "module", value = "tickets"))}.
 */
public class MySqlTestResource implements QuarkusTestResourceLifecycleManager {
    private String module;

    @Override
    public void init(Map<String, String> parameters) {
        module = parameters.get("module");
    }

    @Override
    public Map<String, String> start() {
        MySqlSchema schema = TestMySql.freshSchema(module);
        KeyPair keys = keyPair();
        Map<String, String> settings = new HashMap<>();
        settings.put("REMIT_DB_URL", schema.jdbcUrl());
        settings.put("REMIT_DB_USER", schema.appUser());
        settings.put("REMIT_DB_PASSWORD", schema.appPassword());
        settings.put("REMIT_DB_ERASER_USER", schema.eraserUser());
        settings.put("REMIT_DB_ERASER_PASSWORD", schema.eraserPassword());
        settings.put("REMIT_DB_MIGRATOR_USER", schema.migratorUser());
        settings.put("REMIT_DB_MIGRATOR_PASSWORD", schema.migratorPassword());
        settings.put(
                "quarkus.datasource.jdbc.additional-jdbc-properties.queryInterceptors",
                StatementRecorder.class.getName());
        settings.put("REMIT_OIDC_ISSUER", TestTokens.ISSUER);
        settings.put("REMIT_SERVICE_CLIENT_ID", module + "-service");
        settings.put("REMIT_SERVICE_CLIENT_SECRET", "asked for by nobody");
        settings.put("REMIT_SANDBOX_TENANTS", TestTenants.SANDBOX + "," + TestTenants.OTHER_SANDBOX);
        // A key given here takes the place of a server that would be asked for its keys.
        settings.put("quarkus.oidc.auth-server-url", "");
        settings.put("quarkus.oidc.public-key", base64(keys.getPublic().getEncoded()));
        settings.put("quarkus.oidc.token.issuer", TestTokens.ISSUER);
        settings.put(TestTokens.SIGNING_KEY, base64(keys.getPrivate().getEncoded()));
        return settings;
    }

    @Override
    public void stop() {
        // The schema stays for a look at it; the next run drops it.
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
