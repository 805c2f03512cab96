package dev.remit.kit.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How a service tells its feed and follows its neighbours'. */
@ConfigMapping(prefix = "remit.feed")
interface FeedSettings {
    /** Whether neighbours are followed; tests take events when they want them to have taken effect. */
    @WithDefault("true")
    boolean consume();

    /** How many tenants' events of each neighbour take effect at once. */
    int workers();

    /** How long an event is kept at the least; one that a neighbour has not read yet is kept until it has. */
    Duration kept();

    /** The list to read anew for whom events are no longer kept; empty where nothing is ever forgotten. */
    Optional<String> snapshot();

    @WithDefault("false")
    boolean keptForGood();
}
