package io.tripline.engine.oracle;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** Whether texts and addresses are such as a pattern says. */
final class TextMeaning {

    private TextMeaning() {}

    /** {@code %} stands for any characters, {@code _} for one, a backslash takes the next as it is. */
    static boolean like(String text, String pattern) {
        StringBuilder expression = new StringBuilder();
        boolean asItIs = false;
        for (int character : pattern.codePoints().toArray()) {
            if (!asItIs && character == '\\') {
                asItIs = true;
                continue;
            }
            boolean wild = !asItIs && (character == '%' || character == '_');
            expression.append(wild ? character == '%' ? ".*" : "." : Pattern.quote(Character.toString(character)));
            asItIs = false;
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    /** For expressions that mean the same here as in RE2. */
    static boolean matches(String text, String regularExpression) {
        return Pattern.compile(regularExpression).matcher(text).find();
    }

    static boolean isIn(InetAddress address, String network) {
        InetAddress of = Values.address(network.substring(0, network.indexOf('/')));
        int bits = Integer.parseInt(network.substring(network.indexOf('/') + 1));
        byte[] one = address.getAddress();
        byte[] other = of.getAddress();
        int others = 8 * one.length - bits;
        return one.length == other.length
                && new BigInteger(1, one).shiftRight(others).equals(new BigInteger(1, other).shiftRight(others));
    }
}
