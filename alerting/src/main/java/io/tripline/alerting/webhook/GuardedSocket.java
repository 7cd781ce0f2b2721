package io.tripline.alerting.webhook;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/** Asks the policy once more, about the address it is really about to connect to, however that was come by. */
final class GuardedSocket extends Socket {

    private final TargetPolicy policy;

    GuardedSocket(TargetPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void connect(SocketAddress target) throws IOException {
        connect(target, 0);
    }

    @Override
    public void connect(SocketAddress target, int timeoutMillis) throws IOException {
        if (!(target instanceof InetSocketAddress address) || address.isUnresolved()) {
            throw new TargetRefusedException(target + " is no address");
        }
        policy.check(address.getAddress());
        super.connect(target, timeoutMillis);
    }
}
