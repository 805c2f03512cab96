package dev.remit.contracts;

import dev.remit.kit.problem.Problem;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;

/** Turns the database's word that a unique key is taken into the answer that names the field. */
public final class Duplicates {
    private Duplicates() {}

    /**
     * Writes what is pending.
     *
     * @param problem gives the answer for the name of the unique key that refused a row
     */
    public static void flush(EntityManager entities, Function<String, Problem> problem) {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            String key = refused.getConstraintName();
            if (key == null) {
                throw refused;
            }
            throw problem.apply(key.substring(key.indexOf('.') + 1));
        }
    }
}
