package dev.remit.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A MySQL that is up, with administrator's rights on it. */
public final class MySqlServer implements AutoCloseable {
    private static final String PARAMETERS = "?sslMode=DISABLED&allowPublicKeyRetrieval=true"
            + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{8,128}");

    private final String baseUrl;
    private final String parameters;
    private final String adminUser;
    private final String adminPassword;
    private final String source;
    private final MySqlProcess process;
    private volatile String trouble;

    /**
     * @param url {@code jdbc:mysql://host:port/} with or without parameters; without them, those of a loopback server
     * @param source where the server comes from, in words
     * @param process null for a server that was there before
     */
    MySqlServer(String url, String adminUser, String adminPassword, String source, MySqlProcess process) {
        int question = url.indexOf('?');
        String address = question < 0 ? url : url.substring(0, question);
        int slash = address.indexOf('/', "jdbc:mysql://".length());
        if (!address.startsWith("jdbc:mysql://") || (slash >= 0 && slash < address.length() - 1)) {
            throw new StackException("REMIT_MYSQL_URL must be jdbc:mysql://host:port/ with no schema, was " + url);
        }
        this.baseUrl = slash < 0 ? address + "/" : address;
        this.parameters = question < 0 ? PARAMETERS : url.substring(question);
        this.adminUser = adminUser;
        this.adminPassword = adminPassword;
        this.source = source;
        this.process = process;
    }

    public String adminJdbcUrl() {
        return jdbcUrl("");
    }

    public String adminUser() {
        return adminUser;
    }

    public String adminPassword() {
        return adminPassword;
    }

    /** Where it comes from, in words for a progress line. */
    public String source() {
        return source;
    }

    public String jdbcUrl(String schema) {
        return baseUrl + schema + parameters;
    }

    /**
     * Creates the schema and its two users, or sets their passwords where they exist. The migrator gets every right on
     * the schema and may pass it on; the app user gets none, the migrations grant what each table allows.
     *
     * @param name lower-case letters, digits and underscores, as are the users' names (at most 32)
     * @param migratorPassword 8 to 128 letters, digits, hyphens and underscores, as is the app's
     */
    public MySqlSchema createSchema(
            String name, String migratorUser, String migratorPassword, String appUser, String appPassword) {
        List.of(name, migratorUser, appUser).forEach(value -> require(NAME, "name", value));
        List.of(migratorPassword, appPassword).forEach(value -> require(PASSWORD, "password", value));
        execute(
                "CREATE DATABASE IF NOT EXISTS `" + name + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci",
                "CREATE USER IF NOT EXISTS '" + migratorUser + "'@'%'",
                "CREATE USER IF NOT EXISTS '" + appUser + "'@'%'",
                "ALTER USER '" + migratorUser + "'@'%' IDENTIFIED BY '" + migratorPassword + "'",
                "ALTER USER '" + appUser + "'@'%' IDENTIFIED BY '" + appPassword + "'",
                // An underscore in a granted schema's name would stand for any character.
                "GRANT ALL ON `" + name.replace("_", "\\_") + "`.* TO '" + migratorUser + "'@'%' WITH GRANT OPTION");
        return new MySqlSchema(name, jdbcUrl(name), migratorUser, migratorPassword, appUser, appPassword, null, null);
    }

    /** Creates a schema's third user, or sets its password: the one that erases, which the migrations grant it table by table. */
    public MySqlSchema withEraser(MySqlSchema schema, String user, String password) {
        require(NAME, "name", user);
        require(PASSWORD, "password", password);
        execute(
                "CREATE USER IF NOT EXISTS '" + user + "'@'%'",
                "ALTER USER '" + user + "'@'%' IDENTIFIED BY '" + password + "'");
        return new MySqlSchema(
                schema.name(),
                schema.jdbcUrl(),
                schema.migratorUser(),
                schema.migratorPassword(),
                schema.appUser(),
                schema.appPassword(),
                user,
                password);
    }

    /** Lets a user's sessions set what is the server's to say, such as whether tables must have a primary key. */
    void allowSessionVariables(String user) {
        require(NAME, "name", user);
        execute("GRANT SESSION_VARIABLES_ADMIN ON *.* TO '" + user + "'@'%'");
    }

    /** Drops a schema and users if they are there, with every right that was granted to them. */
    public void dropSchema(String name, List<String> users) {
        require(NAME, "name", name);
        users.forEach(user -> require(NAME, "name", user));
        execute(
                "DROP DATABASE IF EXISTS `" + name + "`",
                "DROP USER IF EXISTS "
                        + users.stream().map(user -> "'" + user + "'@'%'").collect(Collectors.joining(", ")));
    }

    /** Stops a server that was started here; one that was there before stays up. */
    public void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /**
     * Ends the server in the middle of whatever it is doing, as a {@code kill -9} does.
     *
     * @throws StackException for a server that was there before
     */
    public void kill() {
        started().kill();
    }

    /** Starts a server that was stopped or killed, on its port and data, and returns once it answers. */
    public void restart() {
        started().start(this::answers);
    }

    private MySqlProcess started() {
        if (process == null) {
            throw new StackException("MySQL at " + baseUrl + " was not started here");
        }
        return process;
    }

    @Override
    public void close() {
        stop();
    }

    /** @throws StackException when the limit is over, with what the last try met */
    void awaitAnswer(Duration limit) {
        try {
            Waiting.until("MySQL at " + baseUrl + " answers", limit, this::answers);
        } catch (StackException inVain) {
            throw new StackException(inVain.getMessage() + (trouble == null ? "" : " (" + trouble + ")"), inVain);
        }
    }

    /** @return whether it answers; a wrong password counts as an error and not as silence */
    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            trouble = e.getMessage();
            if (e.getSQLState() != null && e.getSQLState().startsWith("28")) {
                throw new StackException("MySQL at " + baseUrl + " refuses " + adminUser + ": " + e.getMessage(), e);
            }
            return false;
        }
    }

    private void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new StackException("MySQL at " + baseUrl + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", adminUser);
        properties.setProperty("password", adminPassword);
        properties.setProperty("connectTimeout", "2000");
        return DriverManager.getConnection(adminJdbcUrl(), properties);
    }

    private static void require(Pattern pattern, String kind, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a usable MySQL " + kind + " (" + pattern + ")");
        }
    }
}
