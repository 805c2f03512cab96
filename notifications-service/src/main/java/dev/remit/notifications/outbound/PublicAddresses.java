package dev.remit.notifications.outbound;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses lie in the open internet. Of IPv6 that is what is given out as global unicast and nothing else; forms that
 * carry an IPv4 address within them (mapped, compatible, NAT64, 6to4, Teredo, ISATAP) are not.
 */
final class PublicAddresses {
    private static final List<Range> NOT_PUBLIC_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            // Multicast, what is kept for later, and broadcast.
            "224.0.0.0/3",
            // Answers the machines of one cloud with what is theirs alone, though it looks public.
            "168.63.129.16/32");
    private static final List<Range> GLOBAL_V6 = ranges("2000::/3");
    private static final List<Range> NOT_PUBLIC_V6 = ranges(
            // Protocols' own, with Teredo, benchmarks and identifiers that are no addresses.
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private static final int ISATAP_AT = 8;
    private static final byte[] ISATAP = {0, 0, 0x5e, (byte) 0xfe};

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_V4.stream().noneMatch(range -> range.contains(address));
        }
        return GLOBAL_V6.stream().anyMatch(range -> range.contains(address))
                && NOT_PUBLIC_V6.stream().noneMatch(range -> range.contains(address))
                && !isIsatap(address.getAddress());
    }

    /** Whether the last eight bytes say that an IPv4 address follows. */
    private static boolean isIsatap(byte[] address) {
        byte globalBit = 0x02;
        return (address[ISATAP_AT] & ~globalBit) == ISATAP[0]
                && address[ISATAP_AT + 1] == ISATAP[1]
                && address[ISATAP_AT + 2] == ISATAP[2]
                && address[ISATAP_AT + 3] == ISATAP[3];
    }

    private static List<Range> ranges(String... texts) {
        return Stream.of(texts).map(Range::of).toList();
    }

    /** Addresses that begin with the same bits. */
    private record Range(int bytes, BigInteger start, int freeBits) {
        static Range of(String text) {
            int slash = text.indexOf('/');
            try {
                byte[] first = InetAddress.getByName(text.substring(0, slash)).getAddress();
                int freeBits = first.length * Byte.SIZE - Integer.parseInt(text.substring(slash + 1));
                return new Range(first.length, new BigInteger(1, first).shiftRight(freeBits), freeBits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] bits = address.getAddress();
            return bits.length == bytes
                    && new BigInteger(1, bits).shiftRight(freeBits).equals(start);
        }
    }
}
