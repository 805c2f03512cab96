package dev.remit.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mysqld on this machine's disk, and how to call it.
 *
 * @param launcher the command's first words, ending in the program itself
 * @param home the folder that holds its messages and plug-ins, absent where the program knows it
 * @param words what it is, for a progress line
 */
record MySqlInstallation(List<String> launcher, Optional<Path> home, String words) {
    private static final Pattern VERSION = Pattern.compile("Ver (\\d+)\\.(\\d+)\\.");
    private static final String UNPRIVILEGED = "nobody";

    /** @return the mysqld on the PATH, when it is MySQL 8.4 or newer */
    static Optional<MySqlInstallation> onPath() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder).resolve("mysqld"))
                .filter(Files::isExecutable)
                .filter(MySqlInstallation::isNewEnough)
                .findFirst()
                .map(program ->
                        new MySqlInstallation(List.of(program.toString()), Optional.empty(), program.toString()));
    }

    /** @return Debian's server unpacked beside this working copy; it runs on the C library that came with it */
    static MySqlInstallation unpacked() {
        Path home = ToolFetch.fetch("fetch-mysql", Checkout.tool("mysql"));
        try (Stream<Path> libraries = Files.list(home.resolve("usr/lib"))) {
            Path library = libraries
                    .filter(folder -> folder.toString().endsWith("-linux-gnu"))
                    .findFirst()
                    .orElseThrow(() -> new StackException(home + " is not complete: delete it and start again"));
            String loader = firstMatch(library, "ld-linux*.so.*").toString();
            return new MySqlInstallation(
                    List.of(loader, "--library-path", library.toString(), home + "/usr/sbin/mysqld"),
                    Optional.of(home.resolve("usr")),
                    "Debian's packages");
        } catch (IOException e) {
            throw new StackException(home + " is not complete: delete it and start again", e);
        }
    }

    /** The words that begin every call of this server on that data folder. */
    List<String> command(Path data) {
        List<String> command = new ArrayList<>(launcher);
        command.add("--no-defaults");
        command.add("--datadir=" + data);
        home.ifPresent(folder -> {
            command.add("--basedir=" + folder);
            command.add("--lc-messages-dir=" + folder.resolve("share/mysql"));
            command.add("--plugin-dir=" + folder.resolve("lib/mysql/plugin"));
        });
        runner(data).ifPresent(user -> command.add("--user=" + user));
        return command;
    }

    /**
     * Whom the server runs as when this JVM is root's: somebody without rights, provided that they can reach the data.
     *
     * @return absent when this JVM has no rights to give up
     */
    Optional<String> runner(Path data) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        boolean reachable = isOpenToAll(data.getParent())
                && home.map(MySqlInstallation::isOpenToAll).orElse(true);
        return Optional.of(reachable ? UNPRIVILEGED : "root");
    }

    private static boolean isOpenToAll(Path folder) {
        try {
            for (Path step = folder.toRealPath(); step != null; step = step.getParent()) {
                if (!Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isNewEnough(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            return !said.contains("MariaDB")
                    && version.find()
                    && Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) >= 804;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path firstMatch(Path folder, String glob) throws IOException {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .findFirst()
                    .orElseThrow(() -> new StackException(folder + " lacks " + glob));
        }
    }
}
