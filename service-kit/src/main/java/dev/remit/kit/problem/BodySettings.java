package dev.remit.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How large bodies may be, and how long they may take to come. */
@ConfigMapping(prefix = "remit.body")
interface BodySettings {
    MemorySize limit();

    MemorySize limitOfWebhooks();

    MemorySize limitOfFiles();

    Duration time();
}
