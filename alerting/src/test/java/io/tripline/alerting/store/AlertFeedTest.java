package io.tripline.alerting.store;

import static io.tripline.alerting.Receiver.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.AlertingOptions;
import io.tripline.alerting.Payments;
import io.tripline.alerting.TestDatabase;
import io.tripline.alerting.model.StoredAlert;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertFeedTest {

    @TempDir
    private Path directory;

    private TestDatabase database;
    private Alerting alerting;

    @BeforeEach
    void open() {
        database = new TestDatabase(directory);
        alerting = Alerting.open(database.dataSource(), AlertingOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        alerting.close();
        database.close();
    }

    @Test
    void beginsAfterTheNumberAndGoesOn() {
        alerting.store().accept(3, Payments.fired(1, 3));
        List<Long> numbers = new CopyOnWriteArrayList<>();
        FeedSubscription subscription =
                alerting.feed().subscribe(1, alerts -> alerts.forEach(alert -> numbers.add(alert.number())));
        await(() -> numbers.size() == 2);
        for (int through = 4; through <= 300; through++) {
            alerting.store().accept(through, Payments.fired(through, through));
        }
        await(() -> numbers.size() == 299);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 300).boxed().toList());
        subscription.close();
        alerting.store().accept(301, Payments.fired(301, 301));
        assertThat(subscription.isClosed()).isTrue();
        assertThat(numbers).hasSize(299);
    }

    @Test
    void aSlowSubscriberHoldsUpNobody() {
        CountDownLatch end = new CountDownLatch(1);
        List<Long> slow = new CopyOnWriteArrayList<>();
        List<Long> quick = new CopyOnWriteArrayList<>();
        alerting.feed().subscribe(0, alerts -> {
            awaitQuietly(end);
            add(slow, alerts);
        });
        alerting.feed().subscribe(0, alerts -> add(quick, alerts));
        for (int through = 1; through <= 50; through++) {
            alerting.store().accept(through, Payments.fired(through, through));
        }
        await(() -> quick.size() == 50);
        assertThat(slow).isEmpty();
        end.countDown();
        await(() -> slow.size() == 50);
    }

    @Test
    void aSubscriberThatThrowsIsEnded() {
        FeedSubscription subscription = alerting.feed().subscribe(0, alerts -> {
            throw new IllegalStateException("the browser has gone");
        });
        alerting.store().accept(1, Payments.fired(1, 1));
        await(subscription::isClosed);
    }

    private static void add(List<Long> numbers, List<StoredAlert> alerts) {
        alerts.forEach(alert -> numbers.add(alert.number()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
