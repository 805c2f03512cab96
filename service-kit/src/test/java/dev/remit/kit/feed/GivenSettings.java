package dev.remit.kit.feed;

import java.time.Duration;
import java.util.Optional;

/** Settings as a test gives them. */
record GivenSettings(boolean consume, int workers, Duration kept, Optional<String> snapshot, boolean keptForGood)
        implements FeedSettings {
    /** As the services are run with. */
    static final Duration KEPT = Duration.ofDays(30);
}
