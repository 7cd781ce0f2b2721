package io.tripline.engine.event;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** IPv4 and IPv6 addresses as 4 or 16 bytes. Never asks a name server. */
public final class IpAddresses {

    private IpAddresses() {}

    /**
     * Reads an address in the usual notations.
     *
     * @throws IllegalArgumentException when the text is no address
     */
    public static byte[] parse(String text) {
        if (!text.isEmpty() && text.length() <= 45 && isLiteral(text)) {
            try {
                return InetAddress.getByName(text).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("'" + text + "' is not an IP address", e);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not an IP address");
    }

    /** Only what can be an address may reach {@link InetAddress}, which would look any other text up. */
    private static boolean isLiteral(String text) {
        if (text.indexOf(':') >= 0) {
            // A leading point would make it a host name in the eyes of InetAddress.
            return text.charAt(0) != '.'
                    && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128 || c == ':' || c == '.');
        }
        String[] parts = text.split("\\.", -1);
        return parts.length == 4
                && Arrays.stream(parts)
                        .allMatch(part -> !part.isEmpty()
                                && part.length() <= 3
                                && part.chars().allMatch(c -> c >= '0' && c <= '9')
                                && Integer.parseInt(part) <= 255);
    }

    /** The address as text, IPv6 with all its groups. */
    public static String format(byte[] bytes, int start, int length) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, start, start + length))
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + length + " bytes", e);
        }
    }
}
