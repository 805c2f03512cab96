package dev.remit.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The one MySQL that tests of this JVM share: the server that {@code REMIT_MYSQL_URL} names (a whole test run starts one
 * for all modules), else one started on first use and gone with the JVM.
 */
public final class TestMySql {
    private static final Supplier<MySqlServer> SHARED = new Supplier<>() {
        private MySqlServer server;

        @Override
        public synchronized MySqlServer get() {
            if (server == null) {
                server = PrivateMySql.given().orElseGet(TestMySql::startForThisJvm);
            }
            return server;
        }
    };

    private TestMySql() {}

    public static MySqlServer shared() {
        return SHARED.get();
    }

    /**
     * Drops and creates the schema {@code <module>_test} and its users {@code <module>_test_migrator},
     * {@code <module>_test_app} and {@code <module>_test_eraser} on the shared server. Call it once a JVM: whoever still uses the old schema loses it.
     *
     * @param module lower-case letters and underscores, at most 18
     */
    public static MySqlSchema freshSchema(String module) {
        String schema = module + "_test";
        String migrator = schema + "_migrator";
        String app = schema + "_app";
        String eraser = schema + "_eraser";
        shared().dropSchema(schema, List.of(migrator, app, eraser));
        return shared().withEraser(shared().createSchema(schema, migrator, secret(), app, secret()), eraser, secret());
    }

    private static String secret() {
        return UUID.randomUUID().toString();
    }

    private static MySqlServer startForThisJvm() {
        Path folder = JvmFolder.of("shared-mysql");
        MySqlServer server = PrivateMySql.start(MySqlOptions.disposable(folder));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            Folders.delete(folder);
        }));
        return server;
    }
}
