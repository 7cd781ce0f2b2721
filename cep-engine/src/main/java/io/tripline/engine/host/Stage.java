package io.tripline.engine.host;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.Sequence;

/** A handler that others wait for: it wakes them when it is done with all slots there were. */
final class Stage implements EventHandler<RingSlot> {

    private final EventHandler<RingSlot> handler;
    private final ChainWait wait;
    private Sequence progress = new Sequence();

    Stage(EventHandler<RingSlot> handler, ChainWait wait) {
        this.handler = handler;
        this.wait = wait;
    }

    /** The ring would show our progress a moment after {@link #onEvent}; to wake others it must be seen before. */
    @Override
    public void setSequenceCallback(Sequence sequence) {
        progress = sequence;
    }

    @Override
    public void onStart() {
        handler.onStart();
    }

    @Override
    public void onEvent(RingSlot slot, long ringSequence, boolean endOfBatch) throws Exception {
        handler.onEvent(slot, ringSequence, endOfBatch);
        if (endOfBatch) {
            progress.set(ringSequence);
            wait.stageDone();
        }
    }

    @Override
    public void onShutdown() {
        handler.onShutdown();
    }
}
