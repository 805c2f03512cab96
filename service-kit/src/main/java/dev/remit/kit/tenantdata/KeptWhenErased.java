package dev.remit.kit.tenantdata;

import java.util.Set;

/** Tables of which an erasure deletes no row: what stays is without the persons and words it was about. */
final class KeptWhenErased {
    static final Set<String> TABLES = Set.of(
            // Hashes and seals, so that the chains can be verified.
            "audit_record",
            "audit_head",
            // Nothing waits for long.
            "audit_waiting",
            "evidence_link",
            // Positions, since readers of a feed rely on there being no gap.
            "outbox",
            "feed_tenant_head",
            // That the tenant is erased.
            "known_tenant",
            "erasure",
            "erased_records");

    private KeptWhenErased() {}
}
