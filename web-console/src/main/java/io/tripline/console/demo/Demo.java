package io.tripline.console.demo;

import io.tripline.alerting.webhook.EndpointSecret;
import io.tripline.examples.Attack;
import io.tripline.examples.ExampleRules;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The demo beside a node that runs already. For one thread. */
public final class Demo implements AutoCloseable {

    private static final String RECEIVER_NAME = "Demo receiver";
    private static final long LOOK_MILLIS = 100;

    private final TestReceiver receiver;
    private final DemoClient client;
    private final DemoStream stream;

    /**
     * A demo for the node at that address.
     *
     * @param seed decides everything that is left to chance
     * @param speed of the lively part; 1 is as in life
     * @param listener hears of each webhook that comes
     */
    public Demo(String node, long seed, double speed, Consumer<ReceivedWebhook> listener) throws IOException {
        this.receiver = TestReceiver.start(listener);
        this.client = new DemoClient(node);
        this.stream = new DemoStream(client, seed, speed);
    }

    public String receiverAddress() {
        return receiver.address();
    }

    /** Puts the rules and registers the receiver. */
    public void prepare() throws IOException, InterruptedException {
        for (ExampleRules.File file : ExampleRules.files()) {
            client.putRules(file.name(), file.text());
        }
        receiver.expect(EndpointSecret.parse(client.register(RECEIVER_NAME, receiver.address() + "/webhook")));
    }

    /**
     * Plays the lively part, then waits for what must still come.
     *
     * @param patience how long to wait at most
     */
    public DemoTally lively(Duration length, Duration patience) throws IOException, InterruptedException {
        List<Attack> attacks = stream.lively(length);
        long endNanos = System.nanoTime() + patience.toNanos();
        DemoTally tally = DemoTally.of(attacks, receiver.received());
        while (!tally.faults().isEmpty() && System.nanoTime() < endNanos) {
            Thread.sleep(LOOK_MILLIS);
            tally = DemoTally.of(attacks, receiver.received());
        }
        return tally;
    }

    /** Plays the quiet part, until the thread is interrupted or the node has gone. */
    public void quiet() throws IOException, InterruptedException {
        stream.quiet();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
