package io.watchdesk.platform;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public internet from those that lead inside: our own network, this machine, cloud metadata. */
public final class PublicAddresses {

    /** IPv4 ranges that are not public (IANA special-purpose registry), as address/length. */
    private static final List<Range> INSIDE_4 = List.of(
            new Range("0.0.0.0", 8),
            new Range("10.0.0.0", 8),
            new Range("100.64.0.0", 10),
            new Range("127.0.0.0", 8),
            new Range("169.254.0.0", 16),
            new Range("172.16.0.0", 12),
            new Range("192.0.0.0", 24),
            new Range("192.0.2.0", 24),
            new Range("192.31.196.0", 24),
            new Range("192.52.193.0", 24),
            new Range("192.88.99.0", 24),
            new Range("192.168.0.0", 16),
            new Range("192.175.48.0", 24),
            new Range("198.18.0.0", 15),
            new Range("198.51.100.0", 24),
            new Range("203.0.113.0", 24),
            new Range("224.0.0.0", 4),
            new Range("240.0.0.0", 4),
            // Azure's platform address answers only to machines inside.
            new Range("168.63.129.16", 32));

    /** IPv6: only global unicast is public, and of that not what wraps or documents something else. */
    private static final Range GLOBAL_UNICAST = new Range("2000::", 3);

    private static final List<Range> INSIDE_6 = List.of(
            new Range("2001::", 23), new Range("2001:db8::", 32), new Range("2002::", 16), new Range("3fff::", 20));

    private record Range(byte[] start, int length) {

        Range(String start, int length) {
            this(bytes(start), length);
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < length; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        }
    }

    private PublicAddresses() {}

    /** Whether this address is reached over the public internet and nowhere inside. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return INSIDE_4.stream().noneMatch(range -> range.holds(bytes));
        }
        if (isMapped(bytes)) {
            byte[] inner = Arrays.copyOfRange(bytes, 12, 16);
            return INSIDE_4.stream().noneMatch(range -> range.holds(inner));
        }
        return GLOBAL_UNICAST.holds(bytes) && INSIDE_6.stream().noneMatch(range -> range.holds(bytes));
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == (byte) 0xFF && bytes[11] == (byte) 0xFF;
    }
}
