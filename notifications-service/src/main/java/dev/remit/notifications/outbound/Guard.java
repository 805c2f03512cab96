package dev.remit.notifications.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which addresses may be called. What it gives are IP addresses, so that nobody asks for the name a second time. */
@ApplicationScoped
public class Guard {
    private final NameResolver names;
    private final Set<String> openHosts;

    Guard(NameResolver names, OutboundSettings settings) {
        this.names = names;
        this.openHosts = settings.openHosts().orElse(Set.of()).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Refuses an address by how it is spelt; where its name leads to is looked at with each call.
     *
     * @throws UnfitTarget with the reason
     */
    public void requireFit(String address) throws UnfitTarget {
        fit(address);
    }

    /** Whose load counts together: whatever is behind one host and port of an address. */
    public String receiver(String address) {
        try {
            return Target.of(address).receiver();
        } catch (UnfitTarget e) {
            return address;
        }
    }

    Target fit(String address) throws UnfitTarget {
        Target target = Target.of(address);
        if (isOpen(target)) {
            return target;
        }
        if (!target.secure()) {
            throw new UnfitTarget("must begin with https://");
        }
        if (target.isLiteral()) {
            requirePublic(literal(target));
        }
        return target;
    }

    /** Where a target lies; every address of its name is looked at, since any may be taken. */
    List<InetAddress> addresses(Target target) throws UnfitTarget, UnknownHostException {
        List<InetAddress> found = target.isLiteral() ? List.of(literal(target)) : names.resolve(target.host());
        if (!isOpen(target)) {
            for (InetAddress address : found) {
                requirePublic(address);
            }
        }
        return found;
    }

    private boolean isOpen(Target target) {
        return openHosts.contains(target.host()) || openHosts.contains(target.receiver());
    }

    private static InetAddress literal(Target target) throws UnfitTarget {
        try {
            return InetAddress.getByName(target.host());
        } catch (UnknownHostException e) {
            throw new UnfitTarget("is no web address");
        }
    }

    private static void requirePublic(InetAddress address) throws UnfitTarget {
        if (!PublicAddresses.contain(address)) {
            throw new UnfitTarget("must lead to a public address");
        }
    }
}
