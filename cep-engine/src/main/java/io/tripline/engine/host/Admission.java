package io.tripline.engine.host;

/** Whether an input may enter the ring: there is a slot for it and room for its bytes, of which no source gets all. */
final class Admission {

    private final FairShare slots;
    private final FairShare bytes;

    Admission(NodeLimits limits) {
        slots = new FairShare(limits.ringSlots());
        bytes = new FairShare(limits.ringBytes());
    }

    FairShare bytes() {
        return bytes;
    }

    boolean tryTake(Input input) {
        if (!slots.tryTake(input.source(), 1)) {
            return false;
        }
        if (!bytes.tryTake(input.source(), input.bytes())) {
            slots.giveBack(input.source(), 1);
            return false;
        }
        return true;
    }

    void giveBack(String source, int ofBytes) {
        slots.giveBack(source, 1);
        bytes.giveBack(source, ofBytes);
    }
}
