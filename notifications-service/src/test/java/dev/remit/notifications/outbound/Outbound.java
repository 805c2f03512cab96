package dev.remit.notifications.outbound;

import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clients whose names lead where a test says. */
final class Outbound {
    static final Duration LONGEST = Duration.ofSeconds(2);

    private Outbound() {}

    static OutboundClient client(NameResolver names, String... openHosts) {
        return new OutboundClient(guard(names, openHosts), LONGEST, Optional.empty());
    }

    static OutboundClient believing(Buffer authority, NameResolver names, String... openHosts) {
        return new OutboundClient(guard(names, openHosts), LONGEST, Optional.of(authority));
    }

    static Guard guard(NameResolver names, String... openHosts) {
        return new Guard(names, new OutboundSettings() {
            @Override
            public Optional<Set<String>> openHosts() {
                return Optional.of(Set.of(openHosts));
            }

            @Override
            public Duration longestCall() {
                return LONGEST;
            }
        });
    }

    /** Knows no name. */
    static List<InetAddress> nobody(String name) throws UnknownHostException {
        throw new UnknownHostException("No address is known for the host.");
    }

    static NameResolver always(String... addresses) {
        List<InetAddress> known =
                Arrays.stream(addresses).map(Outbound::literal).toList();
        return name -> known;
    }

    /** An address that is spelt so, without asking anybody. */
    static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
