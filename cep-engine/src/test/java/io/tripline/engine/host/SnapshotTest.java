package io.tripline.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.state.SnapshotManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that goes on from a snapshot is the one that has read the whole journal. */
class SnapshotTest {
    private static final SnapshotOptions WHEN_ASKED =
            new SnapshotOptions(Duration.ofDays(1), Long.MAX_VALUE, Duration.ZERO);

    @TempDir
    Path directory;

    private final List<String> loaded = new ArrayList<>();
    private final List<String> unusable = new ArrayList<>();

    private NodeOptions options(Path where) {
        return NodeDriver.options(where).withSnapshots(WHEN_ASKED).withRecoveryListener(new RecoveryListener() {
            @Override
            public void replayed(long sequence) {}

            @Override
            public void snapshotLoaded(SnapshotManifest snapshot) {
                loaded.add("" + snapshot.sequence());
            }

            @Override
            public void snapshotUnusable(String reason) {
                unusable.add(reason);
            }
        });
    }

    private static void feed(Node node, int from, int to) {
        for (int i = from; i < to; i++) {
            NodeDriver.accepted(node.submitWaiting(NodeDriver.randomBatch(node.catalog(), 1, 40L * i, 40)));
        }
    }

    private static SnapshotManifest take(Node node) {
        return node.takeSnapshot().join().orElseThrow();
    }

    /** What a node says that has read the whole journal. */
    private static List<String> replayed(Path where) {
        RecordingSink sink = new RecordingSink();
        NodeDriver.open(NodeDriver.options(where), sink).close();
        return sink.lines();
    }

    @Test
    void aStartGoesOnFromTheSnapshotWithTheRestOfTheJournal() {
        RecordingSink sink = new RecordingSink();
        try (Node node = NodeDriver.open(options(directory), sink)) {
            feed(node, 0, 20);
            assertThat(take(node).sequence()).isEqualTo(801);
            feed(node, 20, 30);
        }
        try (Node node = NodeDriver.open(options(directory), sink)) {
            assertThat(loaded).containsExactly("801");
            assertThat(node.status().journal().sequence()).isEqualTo(1201);
            assertThat(node.status().events().accepted()).isEqualTo(1200);
            assertThat(node.rules().files()).containsExactly(NodeDriver.RULES);
            feed(node, 30, 40);
            // Those before the snapshot are remembered, and those behind it.
            EventBatch before = NodeDriver.randomBatch(node.catalog(), 1, 40, 40);
            EventBatch behind = NodeDriver.randomBatch(node.catalog(), 1, 40 * 25, 40);
            assertThat(NodeDriver.accepted(node.submitWaiting(before)).count()).isZero();
            assertThat(NodeDriver.accepted(node.submitWaiting(behind)).count()).isZero();
        }
        assertThat(unusable).isEmpty();
        assertThat(sink.lines()).isNotEmpty().isEqualTo(replayed(directory));
    }

    @Test
    void aSnapshotIsWhatAReplayComesTo() {
        SnapshotManifest live;
        try (Node node = NodeDriver.open(options(directory), new RecordingSink())) {
            feed(node, 0, 10);
            take(node);
            feed(node, 10, 25);
            live = take(node);
        }
        Path replayedIn = directory.resolve("replayed");
        copy(directory.resolve("journal"), replayedIn.resolve("journal"));
        try (Node node = Node.open(options(replayedIn), new RecordingSink())) {
            SnapshotManifest replayed = take(node);
            assertThat(replayed.sequence()).isEqualTo(live.sequence());
            assertThat(engines(replayed)).isEqualTo(engines(live));
        }
        assertThat(loaded).isEmpty();
    }

    private static List<SnapshotManifest.File> engines(SnapshotManifest manifest) {
        return manifest.files().stream()
                .filter(file -> file.name().startsWith("engine"))
                .toList();
    }

    @Test
    void theTwoNewestAreKept() {
        try (Node node = NodeDriver.open(options(directory), new RecordingSink())) {
            for (int i = 0; i < 4; i++) {
                feed(node, i, i + 1);
                take(node);
            }
            assertThat(node.takeSnapshot().join()).as("nothing new").isEmpty();
        }
        assertThat(snapshots())
                .extracting(each -> Long.parseLong(each.getFileName().toString()))
                .containsExactly(121L, 161L);
    }

    private List<Path> snapshots() {
        try (Stream<Path> all = Files.list(directory.resolve("snapshots"))) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClosedNodeHasWrittenOne() {
        RecordingSink sink = new RecordingSink();
        SnapshotOptions onClose = new SnapshotOptions(Duration.ofDays(1), Long.MAX_VALUE, Duration.ofMinutes(1));
        try (Node node = NodeDriver.open(options(directory).withSnapshots(onClose), sink)) {
            feed(node, 0, 3);
        }
        NodeDriver.open(options(directory), sink).close();
        assertThat(loaded).containsExactly("121");
    }

    @Test
    void oneIsTakenWhenTheJournalHasGrown() throws InterruptedException {
        RecordingSink sink = new RecordingSink();
        SnapshotOptions soon = new SnapshotOptions(Duration.ofDays(1), 1, Duration.ZERO);
        try (Node node = NodeDriver.open(options(directory).withSnapshots(soon), sink)) {
            feed(node, 0, 3);
            while (!Files.exists(directory.resolve("snapshots/00000000000000121/manifest"))) {
                Thread.sleep(5);
            }
        }
    }

    @Test
    void anOlderOneIsUsedWhenTheNewestIsDamaged() throws IOException {
        RecordingSink sink = new RecordingSink();
        try (Node node = NodeDriver.open(options(directory), sink)) {
            feed(node, 0, 10);
            take(node);
            feed(node, 10, 20);
            take(node);
            feed(node, 20, 22);
        }
        SplittableRandom random = new SplittableRandom(11);
        Path newest = snapshots().get(1);
        for (String name : List.of("manifest", "node.parts", "engine-0.parts", "engine-1.parts")) {
            Path file = newest.resolve(name);
            for (int round = 0; round < 12; round++) {
                loaded.clear();
                unusable.clear();
                long position = random.nextLong(Files.size(file));
                flip(file, position);
                Node.open(options(directory), sink).close();
                assertThat(loaded).as("%s at %d", name, position).containsExactly("401");
                assertThat(unusable).hasSize(1).first().asString().contains(name + " at byte ");
                flip(file, position);
            }
        }
        loaded.clear();
        flip(snapshots().get(0).resolve("manifest"), 3);
        flip(newest.resolve("engine-0.parts"), 100);
        try (Node node = Node.open(options(directory), sink)) {
            feed(node, 22, 25);
        }
        assertThat(loaded).as("the whole journal is read").isEmpty();
        assertThat(sink.lines()).isEqualTo(replayed(directory));
    }

    private static void flip(Path file, long position) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, position);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1 << position % 8)}), position);
        }
    }

    @Test
    void oneThatKnowsMoreThanTheOutcomesThatAreKeptIsNotUsed() {
        RecordingSink sink = new RecordingSink();
        try (Node node = NodeDriver.open(options(directory), sink)) {
            feed(node, 0, 5);
            take(node);
        }
        RecordingSink behind = new RecordingSink();
        behind.startAt(100);
        NodeDriver.open(options(directory), behind).close();
        assertThat(loaded).isEmpty();
        assertThat(unusable).first().asString().contains("it is of sequence 201, and outcomes are kept through 100");
        assertThat(sink.lines()).containsAll(behind.lines());
        assertThat(behind.lines()).isNotEmpty();
    }

    @Test
    void oneOfAnotherNumberOfPartitionsIsNotUsed() {
        RecordingSink sink = new RecordingSink();
        try (Node node = NodeDriver.open(options(directory), sink)) {
            feed(node, 0, 5);
            take(node);
        }
        try (Node node = NodeDriver.open(options(directory).withPartitions(3), sink)) {
            feed(node, 5, 9);
        }
        assertThat(unusable).first().asString().contains("it is of 2 partitions, not of 3");
        assertThat(sink.lines()).isEqualTo(replayed(directory));
    }

    /** The directory is copied at random moments, snapshots first: as if the process had been killed then. */
    @Test
    void whereverItDiesItGoesOnAsIfItHadNot() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        RecordingSink sink = new RecordingSink();
        List<Path> copies = new ArrayList<>();
        List<Long> kept = new ArrayList<>();
        try (Node node = NodeDriver.open(options(directory), sink)) {
            var snapshots = new Thread(() -> {
                Optional<SnapshotManifest> taken = Optional.empty();
                while (taken.isEmpty() || taken.get().sequence() < 2_000) {
                    Optional<SnapshotManifest> next = node.takeSnapshot().join();
                    taken = next.isPresent() ? next : taken;
                }
            });
            snapshots.start();
            for (int i = 0; i < 60; i++) {
                feed(node, i, i + 1);
                if (random.nextInt(6) == 0) {
                    node.publish(
                                    random.nextBoolean()
                                            ? List.of(NodeDriver.RULES)
                                            : List.of(NodeDriver.RULES, NodeDriver.MORE_RULES))
                            .join();
                }
                if (random.nextInt(4) == 0) {
                    Path to = directory.resolve("copy" + copies.size());
                    long through = sink.position();
                    copy(directory.resolve("snapshots"), to.resolve("snapshots"));
                    copy(directory.resolve("journal"), to.resolve("journal"));
                    copies.add(to);
                    kept.add(through);
                }
            }
            snapshots.join();
        }
        for (int i = 0; i < copies.size(); i++) {
            RecordingSink after = new RecordingSink();
            after.startAt(kept.get(i));
            try (Node node = Node.open(options(copies.get(i)), after)) {
                feed(node, 55, 62);
            }
            long from = kept.get(i);
            assertThat(after.lines())
                    .as("copy %d, kept through %d, seed %d, %s", i, from, seed, unusable)
                    .isEqualTo(replayed(copies.get(i)).stream()
                            .filter(line -> Long.parseLong(line.split(" ", 2)[0]) > from)
                            .toList());
        }
        assertThat(loaded).as("snapshots that were used, seed %d", seed).isNotEmpty();
    }

    private static void copy(Path from, Path to) {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else if (Files.exists(each)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(each, target);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // A snapshot that is removed meanwhile: the copy has a part of it, as a disk may have.
            assertThat(to.toString()).endsWith("snapshots");
        }
    }
}
