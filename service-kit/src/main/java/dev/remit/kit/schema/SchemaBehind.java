package dev.remit.kit.schema;

import java.util.List;

/** The schema lacks changes that this service counts on. */
class SchemaBehind extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    SchemaBehind(List<String> missing) {
        super("The schema is behind this service: " + missing.size() + " changes are missing, the first is "
                + missing.getFirst()
                + ". Run the migration of this version (REMIT_DB_MIGRATE_AND_EXIT=true), then start"
                + " the service again");
    }
}
