package io.tripline.perf.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A file system in a file, whose power can be cut: from that moment on nothing reaches the file any more, what was not
 * forced is gone, and what comes later fails.
 */
final class LoopDisk implements AutoCloseable {

    /**
     * EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: not even the file system's own log is written. The process that
     * does it waits for a line, so that the cut comes at once.
     */
    private static final String CUT = "import fcntl,os,struct,sys;"
            + "disk=os.open(sys.argv[1],os.O_RDONLY);"
            + "print('ready',flush=True);sys.stdin.readline();"
            + "fcntl.ioctl(disk,0x8004587D,struct.pack('I',2))";

    private static final int UNMOUNT_ATTEMPTS = 100;

    private final Path image;
    private final Path mount;
    private Optional<Process> cutter = Optional.empty();
    private boolean mounted;

    private LoopDisk(Path image, Path mount) {
        this.image = image;
        this.mount = mount;
    }

    /** Makes an empty one below a folder and mounts it. */
    static LoopDisk create(Path folder, int mebibytes) throws IOException, InterruptedException {
        LoopDisk disk = new LoopDisk(folder.resolve("disk.img"), Files.createDirectory(folder.resolve("disk")));
        run("truncate", "-s", mebibytes + "M", disk.image.toString());
        run("mkfs.ext4", "-q", "-m", "0", disk.image.toString());
        disk.mount();
        return disk;
    }

    Path path() {
        return mount;
    }

    /** Readies a cut of the power; running it cuts. What is not on the disk then never will be. */
    Cut readyToCut() throws IOException {
        cutter = Optional.of(new ProcessBuilder("python3", "-c", CUT, mount.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        Process waiting = cutter.get();
        BufferedReader answers = waiting.inputReader();
        if (!"ready".equals(answers.readLine())) {
            throw new IOException("python3 cannot open " + mount);
        }
        return () -> {
            try (Writer go = waiting.outputWriter()) {
                go.write("go\n");
            }
            if (waiting.waitFor() != 0) {
                throw new IOException("the power could not be cut: is it ext4?");
            }
        };
    }

    /** The moment. */
    @FunctionalInterface
    interface Cut {
        void cut() throws IOException, InterruptedException;
    }

    /** Mounts what the power cut has left, as the next start of the machine would. */
    void powerOn() throws IOException, InterruptedException {
        unmount();
        mount();
    }

    private void mount() throws IOException, InterruptedException {
        run("mount", "-o", "loop", image.toString(), mount.toString());
        mounted = true;
    }

    /** A process lets go of what it has mapped a moment after it has closed it. */
    private void unmount() throws IOException, InterruptedException {
        cutter.ifPresent(Process::destroyForcibly);
        for (int attempt = 1; ; attempt++) {
            Process umount = new ProcessBuilder("umount", mount.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (umount.waitFor() == 0) {
                mounted = false;
                return;
            }
            if (attempt == UNMOUNT_ATTEMPTS) {
                throw new IOException("cannot unmount " + mount);
            }
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (mounted) {
                unmount();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(image);
    }
}
