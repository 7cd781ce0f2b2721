package io.tripline.alerting.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks for the addresses of a host name. */
@FunctionalInterface
public interface AddressLookup {

    /** The operating system's resolver. */
    AddressLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** The addresses of a name, or the one address that {@code host} itself writes. */
    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
