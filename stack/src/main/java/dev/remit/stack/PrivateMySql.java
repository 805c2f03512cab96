package dev.remit.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds or starts a MySQL that is Remit's alone. In this order: the server that {@code REMIT_MYSQL_URL},
 * {@code REMIT_MYSQL_USER} and {@code REMIT_MYSQL_PASSWORD} name, a Docker engine, {@code mysqld} on the PATH, Debian's
 * packages unpacked under {@code .remit}.
 */
public final class PrivateMySql {
    /** A server that starts beside this, on a busy machine. */
    private static final Duration ITS_START = Duration.ofMinutes(1);

    private static final String IMAGE = "mysql:8.4";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration IMAGE_LIMIT = Duration.ofMinutes(10);

    private PrivateMySql() {}

    /**
     * Returns once the server answers. It ends with {@link MySqlServer#stop()} and at the latest with this JVM.
     *
     * @throws StackException when no MySQL can be had, with what to do about it
     */
    public static MySqlServer start(MySqlOptions options) {
        Optional<MySqlServer> given = given();
        if (given.isPresent()) {
            return given.get();
        }
        MySqlOptions settled =
                options.port() != 0 ? options : options.onPort(Ports.free(1).getFirst());
        return dockerAnswers()
                ? inDocker(settled)
                : onThisHost(settled, MySqlInstallation.onPath().orElseGet(MySqlInstallation::unpacked));
    }

    /** @return the server that the environment names */
    static Optional<MySqlServer> given() {
        String url = System.getenv("REMIT_MYSQL_URL");
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        String user = System.getenv("REMIT_MYSQL_USER");
        String password = System.getenv("REMIT_MYSQL_PASSWORD");
        if (user == null || password == null) {
            throw new StackException("REMIT_MYSQL_URL needs REMIT_MYSQL_USER and REMIT_MYSQL_PASSWORD beside it");
        }
        MySqlServer server = new MySqlServer(url, user, password, "REMIT_MYSQL_URL", null);
        server.awaitAnswer(ITS_START);
        return Optional.of(server);
    }

    static MySqlServer onThisHost(MySqlOptions options, MySqlInstallation installation) {
        try {
            Files.createDirectories(options.folder());
            Path data = options.folder().resolve("data");
            String password = password(options);
            if (!Files.exists(data)) {
                initialise(options.folder(), data, password, installation);
            }
            List<String> command = new ArrayList<>(installation.command(data));
            command.addAll(MySqlSettings.of(options));
            command.addAll(MySqlSettings.onLoopback(options.port()));
            return started(
                    new MySqlProcess(options, command, Map.of(), List.of(), START_LIMIT),
                    options,
                    password,
                    installation.words());
        } catch (IOException e) {
            throw new StackException("Could not prepare " + options.folder() + ": " + e.getMessage(), e);
        }
    }

    private static MySqlServer inDocker(MySqlOptions options) {
        Path data = options.folder().resolve("docker-data");
        String password = password(options);
        String container = "remit-mysql-" + options.port();
        List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "--name", container));
        command.addAll(List.of("--publish", "127.0.0.1:" + options.port() + ":3306"));
        command.addAll(List.of("--volume", data + ":/var/lib/mysql", "--env", "MYSQL_ROOT_PASSWORD"));
        try {
            Files.createDirectories(data);
            Object owner = Files.getAttribute(data, "unix:uid");
            if (!owner.equals(0)) {
                command.addAll(List.of("--user", owner + ":" + Files.getAttribute(data, "unix:gid")));
            }
        } catch (IOException e) {
            throw new StackException("Could not prepare " + data + ": " + e.getMessage(), e);
        }
        command.add(IMAGE);
        command.addAll(MySqlSettings.of(options));
        MySqlProcess process = new MySqlProcess(
                options,
                command,
                Map.of("MYSQL_ROOT_PASSWORD", password),
                List.of("docker", "kill", container),
                IMAGE_LIMIT);
        return started(process, options, password, "Docker " + IMAGE);
    }

    private static MySqlServer started(MySqlProcess process, MySqlOptions options, String password, String source) {
        MySqlServer server =
                new MySqlServer("jdbc:mysql://127.0.0.1:" + options.port() + "/", "root", password, source, process);
        server.restart();
        return server;
    }

    private static void initialise(Path folder, Path data, String password, MySqlInstallation installation)
            throws IOException {
        Path unfinished = folder.resolve("data.unfinished");
        Folders.delete(unfinished);
        Path firstWords = folder.resolve("first-words.sql");
        Files.writeString(firstWords, """
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%1$s';
                CREATE USER 'root'@'%%' IDENTIFIED BY '%1$s';
                GRANT ALL ON *.* TO 'root'@'%%' WITH GRANT OPTION;
                """.formatted(password));
        Files.createDirectory(unfinished);
        Optional<String> runner = installation.runner(unfinished);
        if (runner.isPresent()) {
            var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(runner.get());
            Files.setOwner(unfinished, owner);
            Files.setOwner(firstWords, owner);
        }
        List<String> command = new ArrayList<>(installation.command(unfinished));
        command.addAll(List.of("--initialize-insecure", "--init-file=" + firstWords));
        LeashedProcess process = LeashedProcess.start(
                "MySQL's initialisation", command, Map.of(), folder.resolve("initialise.log"), MySqlProcess.STOP_GRACE);
        if (process.await(START_LIMIT) != 0) {
            process.requireAlive();
        }
        Files.delete(firstWords);
        Files.move(unfinished, data);
    }

    private static String password(MySqlOptions options) {
        return new SecretFile(options.folder().resolve("administrator.properties")).secret("root");
    }

    private static boolean dockerAnswers() {
        try {
            return new ProcessBuilder("docker", "info")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
