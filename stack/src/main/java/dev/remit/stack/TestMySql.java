package dev.remit.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
     * Drops and creates the schema {@code <module>_test} and its users {@code <module>_test_migrator} and
     * {@code <module>_test_app} on the shared server. Call it once a JVM: whoever still uses the old schema loses it.
     *
     * @param module lower-case letters and underscores, at most 18
     */
    public static MySqlSchema freshSchema(String module) {
        String schema = module + "_test";
        String migrator = schema + "_migrator";
        String app = schema + "_app";
        shared().dropSchema(schema, migrator, app);
        return shared().createSchema(schema, migrator, secret(), app, secret());
    }

    private static String secret() {
        return UUID.randomUUID().toString();
    }

    private static MySqlServer startForThisJvm() {
        Path all = Checkout.state().resolve("test-mysql");
        deleteWhatDeadProcessesLeft(all);
        Path folder = all.resolve(Long.toString(ProcessHandle.current().pid()));
        MySqlServer server = PrivateMySql.start(MySqlOptions.disposable(folder));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            Folders.delete(folder);
        }));
        return server;
    }

    private static void deleteWhatDeadProcessesLeft(Path all) {
        if (!Files.exists(all)) {
            return;
        }
        try (Stream<Path> folders = Files.list(all)) {
            folders.filter(folder -> ProcessHandle.of(
                                    Long.parseLong(folder.getFileName().toString()))
                            .filter(process -> !process.equals(ProcessHandle.current()))
                            .isEmpty())
                    .forEach(Folders::delete);
        } catch (IOException e) {
            throw new StackException("Could not read " + all, e);
        }
    }
}
