package dev.remit.stack;

/**
 * A schema and its users: the migrator owns its tables and hands out rights on them, app and eraser start without any.
 *
 * @param jdbcUrl of this schema, with every parameter a service needs
 * @param eraserUser null where nothing is ever erased, as is the password
 */
public record MySqlSchema(
        String name,
        String jdbcUrl,
        String migratorUser,
        String migratorPassword,
        String appUser,
        String appPassword,
        String eraserUser,
        String eraserPassword) {
    @Override
    public String toString() {
        return "MySqlSchema[" + jdbcUrl + ", migrator " + migratorUser + ", app " + appUser + "]";
    }
}
