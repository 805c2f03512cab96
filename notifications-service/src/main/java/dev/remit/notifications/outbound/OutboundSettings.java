package dev.remit.notifications.outbound;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What whoever runs the suite says of calls to the outside. */
@ConfigMapping(prefix = "remit.outbound")
interface OutboundSettings {
    /** Hosts, or hosts with their ports ({@code host:port}), that may be called without TLS and wherever they lie. */
    Optional<Set<String>> openHosts();

    /** How long a call may take, from the question for its address to the end of its answer. */
    Duration longestCall();
}
