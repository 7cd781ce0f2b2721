package io.tripline.perf.journal;

import io.tripline.engine.host.Durability;
import io.tripline.perf.node.TemporaryFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * P2: the power of a small disk is cut at random moments while a node writes. What it had acknowledged before that moment
 * is there when the disk comes back. (What it says after the cut does not count: the machine would be off by then, and a
 * sync that was under way may be answered with success by a kernel that only plays at a power cut.) Every other round writes large batches into one file, beyond the 64 MiB that are mapped at a
 * time; the rest writes small ones over many files, so that cuts fall into ends and beginnings of files.
 */
@Command(
        name = "power-cut",
        description = "Cuts the power of a loop-mounted data directory. Needs root, mkfs.ext4, mount and python3.")
public final class PowerCutCommand implements Callable<Integer> {

    private static final int DISK_MEBIBYTES = 400;
    private static final int REFUSALS = 3;

    /** 64 MiB of batches of 2,000. */
    private static final int BATCHES_IN_A_BLOCK = 395;

    @Option(names = "--rounds", defaultValue = "50", description = "default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seed", description = "of the moments (default: the clock)")
    private Long seed;

    @Option(
            names = "--durability",
            defaultValue = "DISK",
            description = "disk, or process, which must lose something (default: ${DEFAULT-VALUE})")
    private Durability durability;

    @Override
    public Integer call() throws Exception {
        long chosen = seed == null ? System.nanoTime() : seed;
        System.out.println("seed " + chosen);
        SplittableRandom random = new SplittableRandom(chosen);
        long lostInAll = 0;
        long events = 0;
        int beyondOneBlock = 0;
        int roundsWithLoss = 0;
        for (int round = 0; round < rounds; round++) {
            boolean large = round % 2 == 0;
            int cutAt = random.nextInt(1, large ? 700 : 600);
            try (TemporaryFolder folder = TemporaryFolder.create("tripline-power");
                    LoopDisk disk = LoopDisk.create(folder.path(), DISK_MEBIBYTES)) {
                FeedOptions options = options(disk.path().resolve("data"), large);
                FeedProcess feed = new FeedProcess(options);
                LoopDisk.Cut power = disk.readyToCut();
                feed.run(List.of(), acknowledged -> {
                    if (acknowledged == cutAt) {
                        power.cut();
                    }
                });
                if (feed.acknowledged() < cutAt) {
                    throw new IllegalStateException(
                            "the feed ended by itself after " + feed.acknowledged() + " batches: " + feed.reason());
                }
                disk.powerOn();
                long lost = feed.lostEvents(cutAt);
                System.out.printf(
                        "round %d: power cut when %d batches of %d were acknowledged, events lost %d; %s%n",
                        round, cutAt, options.events(), lost, feed.reason());
                lostInAll += lost;
                roundsWithLoss += lost > 0 ? 1 : 0;
                events += (long) cutAt * options.events();
                beyondOneBlock += large && cutAt > BATCHES_IN_A_BLOCK ? 1 : 0;
            }
        }
        System.out.printf(
                "rounds %d, %d of them beyond the first mapped block, events acknowledged %,d, lost %,d in %d rounds%n",
                rounds, beyondOneBlock, events, lostInAll, roundsWithLoss);
        return lostInAll == 0 ? 0 : 1;
    }

    private FeedOptions options(Path directory, boolean large) {
        return large
                ? new FeedOptions(directory, 2_000, Integer.MAX_VALUE, REFUSALS, durability, 256 << 20)
                : new FeedOptions(directory, 50, Integer.MAX_VALUE, REFUSALS, durability, 300_000);
    }
}
