package io.tripline.dsl.check;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells networks in CIDR notation (RFC 4632, RFC 4291 section 2.3) from other texts. */
final class NetworkText {

    private static final Pattern NETWORK = Pattern.compile("([0-9a-fA-F.:]{2,45})/([0-9]{1,3})");

    private NetworkText() {}

    /** What is wrong with it; empty when it is a network. */
    static Optional<String> problem(String text) {
        Matcher network = NETWORK.matcher(text);
        if (!network.matches() || !IpText.isAddress(network.group(1))) {
            return Optional.of("this text is not a network");
        }
        byte[] address = bytes(network.group(1));
        int prefix = Integer.parseInt(network.group(2));
        int bits = 8 * address.length;
        if (prefix > bits) {
            return Optional.of("the prefix of such a network has " + bits + " bits at most");
        }
        boolean bare = new BigInteger(1, address).getLowestSetBit() >= bits - prefix
                || new BigInteger(1, address).signum() == 0;
        return bare ? Optional.empty() : Optional.of("the bits behind the prefix of a network are 0");
    }

    /** Of a text that is an address: nothing is looked up. */
    private static byte[] bytes(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            // An IPv4 address written as an IPv6 one comes back short.
            return address.indexOf(':') >= 0 && bytes.length == 4 ? mapped(bytes) : bytes;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("checked to be an address: " + address, e);
        }
    }

    private static byte[] mapped(byte[] v4) {
        byte[] v6 = new byte[16];
        v6[10] = (byte) 0xff;
        v6[11] = (byte) 0xff;
        System.arraycopy(v4, 0, v6, 12, 4);
        return v6;
    }
}
