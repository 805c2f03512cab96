package dev.remit.kit.tenantdata;

import static java.util.Map.entry;

import java.util.Map;

/** Tables of which an export has nothing, and why. */
final class LeftOut {
    static final Map<String, String> TABLES = Map.ofEntries(
            entry("idempotency_key", "answers that are given again, some with a secret that is shown once"),
            entry("outbox", "tells other services what the tables say"),
            entry("audit_waiting", "becomes a record of the audit trail before anything is read"),
            entry("feed_inbox", "what another service's tables say, on its way here"),
            entry("feed_set_aside", "what another service's tables say, on its way here"),
            entry("feed_turn", "when something is done next"),
            entry("feed_tenant_head", "how far something was read"),
            entry("sweep_postponement", "when something is done next"),
            entry("wake_up", "when something is done next"),
            entry("settling_lock", "says nothing; it is held by who settles tickets"),
            entry("quote_catch_up", "when something is done next"),
            entry("cut_off_under_way", "when something is done next"),
            entry("delivery_queue", "when something is done next"));

    private LeftOut() {}
}
