package dev.remit.kit.time;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tenants whose clock stands still until it is moved, beside those that were made as sandboxes. */
@ConfigMapping(prefix = "remit.sandbox")
interface SandboxSettings {
    Optional<Set<UUID>> tenants();
}
