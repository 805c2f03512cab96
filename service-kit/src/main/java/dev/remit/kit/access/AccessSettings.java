package dev.remit.kit.access;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The record of who read what. */
@ConfigMapping(prefix = "remit.access-record")
interface AccessSettings {
    /** How long it is kept. */
    Duration kept();
}
