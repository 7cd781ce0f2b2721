package io.tripline.engine.state;

import io.tripline.engine.snapshot.StateParts;
import java.util.function.Consumer;

/** Puts parts into blocks, and hands on those that are full. For one thread. */
public final class PartsCollector implements StateParts {
    private final Consumer<PartsBlock> full;
    private PartsBlock block = new PartsBlock();

    public PartsCollector(Consumer<PartsBlock> full) {
        this.full = full;
    }

    @Override
    public void part(byte[] name, byte[] bytes, int length) {
        if (block.isFullFor(name, length)) {
            handOn();
        }
        block.add(name, bytes, length);
    }

    /** There are no more parts: hands on what there is. */
    public void end() {
        if (block.parts() > 0) {
            handOn();
        }
    }

    private void handOn() {
        PartsBlock done = block;
        block = new PartsBlock();
        full.accept(done);
    }
}
