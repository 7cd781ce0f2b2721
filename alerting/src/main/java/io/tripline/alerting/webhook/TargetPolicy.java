package io.tripline.alerting.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses a webhook may be sent to. Whoever may set up an endpoint must not reach through this node what only
 * this node can reach.
 *
 * <p>Always refused: this-network and unspecified, link-local with the cloud metadata services, multicast, broadcast,
 * reserved and documentation ranges (IANA special-purpose registries, RFC 6890), and IPv6 forms that wrap such an IPv4
 * address (mapped, compatible, NAT64, 6to4, ISATAP, Teredo). Loopback and private ranges are refused unless allowed.
 *
 * @param allowLoopback whether programs on this machine may be reached
 * @param allowPrivate whether private networks may be reached
 */
public record TargetPolicy(boolean allowLoopback, boolean allowPrivate) {

    /** Public addresses only. */
    public static final TargetPolicy PUBLIC_ONLY = new TargetPolicy(false, false);

    private enum Kind {
        REFUSED,
        LOOPBACK,
        PRIVATE,
        PUBLIC,
        /** Holds an IPv4 address from byte {@code Range.wrappedAt} on, and is what that is. */
        WRAPPER
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Range(byte[] prefix, int bits, Kind kind, String name, int wrappedAt) {

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((address[bit >> 3] & mask) != (prefix[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The first range that holds an address decides. */
    private static final List<Range> RANGES = List.of(
            v4("00000000", 8, Kind.REFUSED, "this network"),
            v4("7f000000", 8, Kind.LOOPBACK, "loopback"),
            v4("a9fe0000", 16, Kind.REFUSED, "link-local, where cloud metadata services are"),
            v4("646464c8", 32, Kind.REFUSED, "a cloud metadata service"),
            v4("0a000000", 8, Kind.PRIVATE, "a private network"),
            v4("ac100000", 12, Kind.PRIVATE, "a private network"),
            v4("c0a80000", 16, Kind.PRIVATE, "a private network"),
            v4("64400000", 10, Kind.PRIVATE, "a carrier's shared network"),
            v4("c6120000", 15, Kind.PRIVATE, "a benchmark network"),
            v4("c0000000", 24, Kind.REFUSED, "reserved for protocols"),
            v4("c0000200", 24, Kind.REFUSED, "for documentation only"),
            v4("c6336400", 24, Kind.REFUSED, "for documentation only"),
            v4("cb007100", 24, Kind.REFUSED, "for documentation only"),
            v4("c0586300", 24, Kind.REFUSED, "a 6to4 relay"),
            v4("e0000000", 4, Kind.REFUSED, "multicast"),
            v4("ffffffff", 32, Kind.REFUSED, "broadcast"),
            v4("f0000000", 4, Kind.REFUSED, "reserved"),
            v4("00000000", 0, Kind.PUBLIC, "public"),
            v6("00000000000000000000000000000000", 128, Kind.REFUSED, "unspecified"),
            v6("00000000000000000000000000000001", 128, Kind.LOOPBACK, "loopback"),
            wrapper("00000000000000000000ffff00000000", 96, 12),
            v6("00000000000000000000000000000000", 96, Kind.REFUSED, "an IPv4-compatible address"),
            wrapper("0064ff9b000000000000000000000000", 96, 12),
            wrapper("20020000000000000000000000000000", 16, 2),
            v6("20010000000000000000000000000000", 23, Kind.REFUSED, "reserved for protocols"),
            v6("20010db8000000000000000000000000", 32, Kind.REFUSED, "for documentation only"),
            v6("3fff0000000000000000000000000000", 20, Kind.REFUSED, "for documentation only"),
            v6("fe800000000000000000000000000000", 10, Kind.REFUSED, "link-local"),
            v6("fd000ec2000000000000000000000254", 128, Kind.REFUSED, "a cloud metadata service"),
            v6("fd2000ce000000000000000000000254", 128, Kind.REFUSED, "a cloud metadata service"),
            v6("fc000000000000000000000000000000", 7, Kind.PRIVATE, "a private network"),
            v6("fec00000000000000000000000000000", 10, Kind.PRIVATE, "a private network"),
            v6("ff000000000000000000000000000000", 8, Kind.REFUSED, "multicast"),
            v6("20000000000000000000000000000000", 3, Kind.PUBLIC, "public"),
            v6("00000000000000000000000000000000", 0, Kind.REFUSED, "reserved"));

    /**
     * Why nothing may be sent there; empty when it may.
     *
     * @param address what is connected to, not a name
     */
    public Optional<String> refusal(InetAddress address) {
        byte[] bytes = address.getAddress();
        Range range = rangeOf(bytes);
        boolean allowed = isAllowed(range, bytes) && !wrapsRefusedIsatap(address, bytes);
        return allowed ? Optional.empty() : Optional.of(address.getHostAddress() + " is " + describe(range, bytes));
    }

    void check(InetAddress address) throws TargetRefusedException {
        Optional<String> refusal = refusal(address);
        if (refusal.isPresent()) {
            throw new TargetRefusedException(refusal.get() + "; webhooks are not sent there");
        }
    }

    private boolean isAllowed(Range range, byte[] bytes) {
        return switch (range.kind) {
            case REFUSED -> false;
            case LOOPBACK -> allowLoopback;
            case PRIVATE -> allowPrivate;
            case PUBLIC -> true;
            // A wrapped address leaves this machine through a translator, so what is allowed here is not meant.
            case WRAPPER -> rangeOf(wrapped(range, bytes)).kind == Kind.PUBLIC;
        };
    }

    /** ISATAP (RFC 5214) hides an IPv4 address in the lower half of any IPv6 prefix. */
    private static boolean wrapsRefusedIsatap(InetAddress address, byte[] bytes) {
        if (address instanceof Inet4Address || (bytes[8] & 0xFC) != 0) {
            return false;
        }
        boolean isatap = bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
        return isatap && rangeOf(Arrays.copyOfRange(bytes, 12, 16)).kind != Kind.PUBLIC;
    }

    private static String describe(Range range, byte[] bytes) {
        return switch (range.kind) {
            case WRAPPER -> "an address that stands for another, which is " + rangeOf(wrapped(range, bytes)).name;
            case PUBLIC -> "an address that stands for another, which is not public";
            default -> range.name;
        };
    }

    private static Range rangeOf(byte[] bytes) {
        return RANGES.stream()
                .filter(range -> range.contains(bytes))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] wrapped(Range range, byte[] bytes) {
        return Arrays.copyOfRange(bytes, range.wrappedAt, range.wrappedAt + 4);
    }

    private static Range v4(String hex, int bits, Kind kind, String name) {
        return new Range(HexFormat.of().parseHex(hex), bits, kind, name, 0);
    }

    private static Range v6(String hex, int bits, Kind kind, String name) {
        return new Range(HexFormat.of().parseHex(hex), bits, kind, name, 0);
    }

    private static Range wrapper(String hex, int bits, int wrappedAt) {
        return new Range(HexFormat.of().parseHex(hex), bits, Kind.WRAPPER, "a wrapped address", wrappedAt);
    }
}
