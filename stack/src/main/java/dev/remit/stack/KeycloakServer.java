package dev.remit.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A real Keycloak with the realm {@code remit}. The realm files are imported once for each state of theirs and of the secrets.
 * Where its data are disposable, every start begins with a copy of what that import left; where they are kept, only the very
 * first one does, and a later one may be behind the files. One that ends by itself is started again on what it had.
 */
final class KeycloakServer {
    static final String VERSION = "26.7.3";
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(4);
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);
    /** Its database would else keep a commit for half a second before it writes it. */
    private static final String WRITTEN_AT_ONCE = "--db-url-properties=;WRITE_DELAY=0";

    private static final String DATABASE = "data/h2/keycloakdb.mv.db";
    /** Beside the database: which state of the realm files it has. */
    private static final String STATE = "data/h2/state-of-realm";

    private final KeycloakOptions options;
    private final Path state;
    private final Supervised process;

    private KeycloakServer(KeycloakOptions options, Path state, Supervised process) {
        this.options = options;
        this.state = state;
        this.process = process;
    }

    /** Returns once the distribution is there, prepared for a fast start. */
    static Path fetch() {
        return ToolFetch.fetch("fetch-keycloak", Checkout.tool("keycloak-" + VERSION), VERSION);
    }

    /** Returns once it has begun to start, with a realm that was imported. */
    static KeycloakServer launch(KeycloakOptions options) {
        Path distribution = fetch();
        try {
            Path home = home(options, distribution);
            List<String> command = command(
                    home,
                    "start",
                    "--optimized",
                    "--http-enabled=true",
                    "--http-host=127.0.0.1",
                    "--http-port=" + options.port(),
                    "--hostname=" + options.url(),
                    "--cache=local",
                    WRITTEN_AT_ONCE);
            Supervised process = new Supervised(
                    "Keycloak",
                    () -> LeashedProcess.start("Keycloak", command, environment(options), options.log(), STOP_GRACE),
                    options.progress());
            process.running();
            return new KeycloakServer(options, home.resolve(STATE), process);
        } catch (IOException e) {
            throw new StackException("Could not prepare " + options.folder() + ": " + e.getMessage(), e);
        }
    }

    void stop() {
        process.stop();
    }

    /** Returns once it hands out tokens of the realm. */
    void awaitRealm() {
        process.start(
                "Keycloak answers at " + options.url(),
                START_LIMIT,
                () -> Http.isOk(options.issuer() + "/.well-known/openid-configuration"));
    }

    /** Brings a realm that was imported from other files, or with other secrets, up to date. */
    void catchUp(Supplier<KeycloakAdmin> administrator) {
        RealmFiles realm = RealmFiles.ofOneMachine();
        String wanted = fingerprint(realm, options);
        try {
            if (Files.readString(state).equals(wanted)) {
                return;
            }
            new RealmUpdate(administrator.get(), options.secrets()).apply(realm);
            Files.writeString(state, wanted);
            options.progress()
                    .accept("The realm has changed: its settings are taken over, and all accounts are as they were.");
        } catch (IOException | StackException e) {
            options.progress()
                    .accept("The realm has changed, and Keycloak goes on with what it had: " + e.getMessage()
                            + ". make reset begins anew, without what was made.");
        }
    }

    private static String fingerprint(RealmFiles realm, KeycloakOptions options) {
        return realm.fingerprint(VERSION, options.secrets(), options.bootstrapSecret());
    }

    private static Path home(KeycloakOptions options, Path distribution) throws IOException {
        Path home = options.folder().resolve("home");
        Path state = home.resolve(STATE);
        if (options.keepsData() && Files.exists(state)) {
            return furnished(home, distribution);
        }
        RealmFiles realm = RealmFiles.ofOneMachine();
        String fingerprint = fingerprint(realm, options);
        Path imported = importedRealm(realm, fingerprint, options, distribution);
        freshHome(options, distribution);
        Files.createDirectories(home.resolve(DATABASE).getParent());
        Files.copy(imported, home.resolve(DATABASE));
        Files.writeString(state, fingerprint);
        return home;
    }

    private static Path importedRealm(
            RealmFiles realm, String fingerprint, KeycloakOptions options, Path distribution) {
        Path imported = options.imports().resolve(fingerprint + ".mv.db");
        return Exclusive.run(options.imports().resolveSibling("import.lock"), () -> {
            if (!Files.exists(imported)) {
                importRealm(realm, options, distribution, imported);
            }
            return imported;
        });
    }

    private static void importRealm(RealmFiles realm, KeycloakOptions options, Path distribution, Path imported) {
        try {
            Folders.delete(options.imports());
            Files.createDirectories(
                    options.imports(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path home = freshHome(options, distribution);
            Path files = realm.copyInto(Files.createDirectories(home.resolve("import")));
            LeashedProcess process = LeashedProcess.start(
                    "Keycloak's import of the realm",
                    command(home, "import", "--optimized", "--dir=" + files, "--cache=local"),
                    environment(options),
                    options.log(),
                    STOP_GRACE);
            if (process.await(IMPORT_LIMIT) != 0) {
                process.requireAlive();
            }
            Files.move(home.resolve(DATABASE), imported, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("Could not import the realm: " + e.getMessage(), e);
        }
    }

    private static Path freshHome(KeycloakOptions options, Path distribution) throws IOException {
        Path home = options.folder().resolve("home");
        Folders.delete(home);
        return furnished(home, distribution);
    }

    /** The distribution stays as it was fetched and serves any number of servers; each has a home of its own. */
    private static Path furnished(Path home, Path distribution) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        link(home.resolve("lib"), distribution.resolve("lib"));
        link(home.resolve("themes"), RealmFiles.themes());
        Path passwords = RealmFiles.commonPasswords();
        link(
                Files.createDirectories(home.resolve("data/password-blacklists"))
                        .resolve(passwords.getFileName()),
                passwords);
        return home;
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static Map<String, String> environment(KeycloakOptions options) {
        Map<String, String> environment = new HashMap<>(options.secrets());
        environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", MasterRealm.BOOTSTRAP_CLIENT);
        environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", options.bootstrapSecret());
        return environment;
    }

    private static List<String> command(Path home, String... arguments) {
        List<String> command = new ArrayList<>(Jvm.command(512));
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Duser.language=en",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }
}
