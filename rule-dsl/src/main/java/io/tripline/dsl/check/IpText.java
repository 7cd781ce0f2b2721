package io.tripline.dsl.check;

import java.util.regex.Pattern;

/** Tells IP addresses from other texts, in the notations of RFC 4291 section 2.2. */
final class IpText {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int LONGEST = 45;

    private IpText() {}

    static boolean isAddress(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        return text.indexOf(':') < 0 ? V4.matcher(text).matches() : isV6(text);
    }

    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int head = before.isEmpty() ? 0 : groups(before, false);
        int tail = after.isEmpty() ? 0 : groups(after, true);
        return head >= 0 && tail >= 0 && head + tail < 8;
    }

    /** How many 16-bit groups there are; -1 when one is none. The last may be an IPv4 address, which counts for two. */
    private static int groups(String text, boolean atEnd) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (GROUP.matcher(parts[i]).matches()) {
                count++;
            } else if (atEnd && i == parts.length - 1 && V4.matcher(parts[i]).matches()) {
                count += 2;
            } else {
                return -1;
            }
        }
        return count;
    }
}
