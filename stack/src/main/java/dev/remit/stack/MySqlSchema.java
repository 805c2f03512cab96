package dev.remit.stack;

/**
 * A schema and its two users: the migrator owns its tables and hands out rights on them, the app starts without any.
 *
 * @param jdbcUrl of this schema, with every parameter a service needs
 */
public record MySqlSchema(
        String name, String jdbcUrl, String migratorUser, String migratorPassword, String appUser, String appPassword) {
    @Override
    public String toString() {
        return "MySqlSchema[" + jdbcUrl + ", migrator " + migratorUser + ", app " + appUser + "]";
    }
}
