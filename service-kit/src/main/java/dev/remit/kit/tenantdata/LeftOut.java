package dev.remit.kit.tenantdata;

import java.util.Map;

/** Tables of which an export has nothing, and why. */
final class LeftOut {
    static final Map<String, String> TABLES = Map.of(
            "idempotency_key", "answers that are given again, some with a secret that is shown once",
            "outbox", "tells other services what the tables say",
            "feed_inbox", "what another service's tables say, on its way here",
            "feed_set_aside", "what another service's tables say, on its way here",
            "feed_turn", "when something is done next",
            "feed_tenant_head", "how far something was read",
            "sweep_postponement", "when something is done next",
            "wake_up", "when something is done next",
            "quote_catch_up", "when something is done next",
            "cut_off_under_way", "when something is done next");

    private LeftOut() {}
}
