package io.tripline.engine.expression;

import io.tripline.engine.event.IpAddresses;
import io.tripline.engine.value.Value;

/** {@code address in "10.0.0.0/8"}: an address of the other family is in no such network. */
final class NetworkCondition implements Condition {

    private final Expression operand;
    private final byte[] network;
    private final int prefixBits;
    private final Value value = new Value();

    NetworkCondition(Expression operand, String written) {
        int slash = written.indexOf('/');
        this.operand = operand;
        this.network = IpAddresses.parse(written.substring(0, slash));
        this.prefixBits = Integer.parseInt(written.substring(slash + 1));
    }

    @Override
    public boolean holds(Scope scope) {
        operand.evaluate(scope, value);
        if (value.isMissing() || value.length() != network.length) {
            return false;
        }
        int whole = prefixBits / 8;
        for (int i = 0; i < whole; i++) {
            if (value.array()[value.start() + i] != network[i]) {
                return false;
            }
        }
        int rest = prefixBits % 8;
        return rest == 0 || ((value.array()[value.start() + whole] ^ network[whole]) & 0xFF) >>> 8 - rest == 0;
    }
}
