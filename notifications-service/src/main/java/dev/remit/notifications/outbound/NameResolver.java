package dev.remit.notifications.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks for the addresses of a name. */
@FunctionalInterface
interface NameResolver {
    /** @throws UnknownHostException if there is none, or nobody answers in time */
    List<InetAddress> resolve(String name) throws UnknownHostException;
}
