package dev.remit.house.broken.tickets;

import dev.remit.house.broken.kit.sql.Sql;

/** Forgets whose rows they are, in every way. */
class LeakySql {
    private final Sql sql;

    LeakySql(Sql sql) {
        this.sql = sql;
    }

    void leak(String column) {
        sql.run("SELECT title FROM ticket WHERE id = ?");
        sql.run("delete from ticket where id = ?");
        sql.run("INSERT INTO ticket (id, title) VALUES (?, ?)");
        sql.run("SELECT " + column + " FROM ticket ORDER BY tenant_id");
        sql.run("SELECT title FROM ticket WHERE tenant_id = ? AND id = ?");
        sql.run("select t.title from Ticket t where t.id = ?1");
    }
}
