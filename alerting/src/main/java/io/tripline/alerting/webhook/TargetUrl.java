package io.tripline.alerting.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the URL of an endpoint, and refuses what can be seen to be wrong without asking a name server. */
public final class TargetUrl {

    private static final int MAX_CHARS = 2_000;
    private static final int MAX_PORT = 65_535;
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)");

    private TargetUrl() {}

    /**
     * The URL, if webhooks may be sent there as far as its text tells.
     *
     * @throws IllegalArgumentException when not; the message says why, for the person who wrote it
     */
    public static URI parse(String text, TargetPolicy policy) {
        String trimmed = text.strip();
        if (trimmed.length() > MAX_CHARS) {
            throw new IllegalArgumentException("the URL is longer than " + MAX_CHARS + " characters");
        }
        URI url = syntax(trimmed);
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("the URL has to begin with http:// or https://");
        }
        if (url.getRawUserInfo() != null
                || url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("the URL must not hold a user name or password");
        }
        if (url.getHost() == null || url.getHost().isEmpty()) {
            throw unreadableHost(url);
        }
        if (url.getRawFragment() != null) {
            throw new IllegalArgumentException("the URL must not have a fragment (#…)");
        }
        if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
            throw new IllegalArgumentException("the port " + url.getPort() + " is not between 1 and " + MAX_PORT);
        }
        checkHost(url.getHost(), policy);
        return url;
    }

    private static URI syntax(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the URL cannot be read: " + e.getReason(), e);
        }
    }

    /** 2130706433, 0x7f.1 and 0177.0.0.1 are read differently by every program that reads them. */
    private static IllegalArgumentException unclearNumber(String host) {
        return new IllegalArgumentException("write the address " + host + " as four numbers from 0 to 255");
    }

    private static IllegalArgumentException unreadableHost(URI url) {
        String host = url.getRawAuthority() == null ? "" : url.getRawAuthority().replaceFirst(":[0-9]*$", "");
        return ENDS_IN_NUMBER.matcher(host).matches()
                ? unclearNumber(host)
                : new IllegalArgumentException("the URL has no host that can be read");
    }

    private static void checkHost(String host, TargetPolicy policy) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            checkLiteral(name.substring(1, name.length() - 1), policy);
        } else if (IPV4.matcher(name).matches()) {
            checkLiteral(name, policy);
        } else if (ENDS_IN_NUMBER.matcher(name).matches()) {
            throw unclearNumber(host);
        } else if (!policy.allowLoopback() && (lower.equals("localhost") || lower.endsWith(".localhost"))) {
            throw new IllegalArgumentException(host + " is loopback; webhooks are not sent there");
        }
    }

    /** Only literals come here, so no name server is asked. */
    private static void checkLiteral(String literal, TargetPolicy policy) {
        if (literal.contains("%")) {
            throw new IllegalArgumentException("the address " + literal + " must not name a network interface");
        }
        try {
            Optional<String> refusal = policy.refusal(InetAddress.getByName(literal));
            if (refusal.isPresent()) {
                throw new IllegalArgumentException(refusal.get() + "; webhooks are not sent there");
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + literal + "' is not an IP address", e);
        }
    }
}
