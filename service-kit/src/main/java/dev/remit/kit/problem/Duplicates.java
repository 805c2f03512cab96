package dev.remit.kit.problem;

import jakarta.persistence.EntityManager;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;

/** Turns the database's word that a unique key is taken into the answer that names the field. */
public final class Duplicates {
    private Duplicates() {}

    /**
     * Writes what is pending.
     *
     * @param answers by the name of the unique key whose value the caller chose. A row that another key refuses is no fault
     *     of the caller; its failure is left as it is
     */
    public static void flush(EntityManager entities, Map<String, Problem> answers) {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            Problem answer = answers.get(nameOf(refused));
            if (answer == null) {
                throw refused;
            }
            throw answer;
        }
    }

    /** MySQL puts the table before the name; empty where it gave none. */
    private static String nameOf(ConstraintViolationException refused) {
        String key = refused.getConstraintName();
        return key == null ? "" : key.substring(key.indexOf('.') + 1);
    }
}
