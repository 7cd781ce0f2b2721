package io.tripline.alerting.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a receiver's name up when a connection is opened and gives on only what the policy lets through: the connection
 * goes to the very addresses that were checked, so a name server that answers otherwise a moment later changes nothing.
 * One forbidden address among several refuses the name.
 */
final class PinnedResolver implements DnsResolver {

    private final TargetPolicy policy;
    private final AddressLookup lookup;

    PinnedResolver(TargetPolicy policy, AddressLookup lookup) {
        this.policy = policy;
        this.lookup = lookup;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> addresses = lookup.addressesOf(host);
        for (InetAddress address : addresses) {
            Optional<String> refusal = policy.refusal(address);
            if (refusal.isPresent()) {
                UnknownHostException refused = new UnknownHostException(host);
                refused.initCause(new TargetRefusedException(host + " is at " + refusal.get()));
                throw refused;
            }
        }
        return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
