package dev.remit.kit.idempotency;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Idempotency keys. */
@ConfigMapping(prefix = "remit.idempotency-keys")
interface KeySettings {
    /** How long a key is remembered, with the answer that is given again. */
    Duration kept();
}
