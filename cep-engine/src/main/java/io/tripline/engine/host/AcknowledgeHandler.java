package io.tripline.engine.host;

import com.lmax.disruptor.EventHandler;

/**
 * Answers who is waiting, on a thread of its own: what hangs on an answer may take its time and may do what it likes
 * with the thread, which the journal's must not suffer.
 */
final class AcknowledgeHandler implements EventHandler<RingSlot> {

    @Override
    public void onStart() {
        Thread.currentThread().setName("tripline-acknowledge");
    }

    @Override
    public void onEvent(RingSlot slot, long ringSequence, boolean endOfBatch) {
        Runnable answer = slot.answerOrNull;
        if (answer != null) {
            slot.answerOrNull = null;
            answer.run();
        }
    }
}
