package dev.remit.kit.tenantdata;

import java.util.List;

/** A row that stays of a tenant that is erased, as a record that there was one. A service has a bean for each. */
public interface ErasedRow {
    String table();

    /** Texts of it that name a person, and are blanked. */
    List<String> personal();
}
