package dev.remit.house.broken.kit.sql;

/** Stands for what runs native SQL. */
public class Sql {
    public void run(String statement) {
        throw new UnsupportedOperationException(statement);
    }
}
