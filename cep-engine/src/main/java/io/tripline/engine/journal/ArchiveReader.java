package io.tripline.engine.journal;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the frames of an archive; their position is that of the block they are in. */
final class ArchiveReader extends FrameCursor {

    private final FileChannel channel;
    private final long size;
    private byte[] block = new byte[Archive.BLOCK_HEADER_BYTES];
    private byte[] frames = new byte[2 * Archive.BLOCK_BYTES];
    private int framesLength;
    private int frame;
    private int nextFrame;
    private long position;
    private long nextBlock = Archive.HEADER_BYTES;
    private boolean headerRead;
    private boolean ended;

    ArchiveReader(Path file) throws IOException {
        super(file);
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    @Override
    boolean next() throws IOException {
        if (nextFrame >= framesLength && !loadBlock()) {
            return false;
        }
        int left = framesLength - nextFrame;
        if (!Frame.isWhole(frames, nextFrame, left)) {
            framesLength = 0;
            nextFrame = 0;
            return false;
        }
        frame = nextFrame;
        nextFrame += length();
        return true;
    }

    /** Brings the next block into {@link #frames}; false where there is no whole one. */
    private boolean loadBlock() throws IOException {
        position = nextBlock;
        framesLength = 0;
        nextFrame = 0;
        if (!headerRead) {
            headerRead = true;
            if (!fill(0, Archive.HEADER_BYTES) || !Archive.isHeader(block)) {
                position = 0;
                return false;
            }
        }
        if (ended) {
            return false;
        }
        if (!fill(position, Archive.BLOCK_HEADER_BYTES) || !Archive.isBlockHeader(block)) {
            return false;
        }
        int compressed = Archive.compressedLength(block);
        int unpacked = Archive.framesLength(block);
        if (!fill(position, Archive.BLOCK_HEADER_BYTES + compressed) || !Archive.isBlock(block)) {
            return false;
        }
        if (unpacked == 0) {
            ended = true;
            return false;
        }
        if (frames.length < unpacked) {
            frames = new byte[unpacked];
        }
        long length = Zstd.decompressByteArray(frames, 0, unpacked, block, Archive.BLOCK_HEADER_BYTES, compressed);
        if (length != unpacked) {
            return false;
        }
        framesLength = unpacked;
        nextBlock = position + Archive.BLOCK_HEADER_BYTES + compressed;
        return true;
    }

    private boolean fill(long from, int length) throws IOException {
        if (from < 0 || from + length > size) {
            return false;
        }
        if (block.length < length) {
            block = Arrays.copyOf(block, Math.max(length, Math.min(2 * block.length, Archive.MOST_FRAME_BYTES)));
        }
        ByteBuffer target = ByteBuffer.wrap(block, 0, length);
        while (target.hasRemaining()) {
            if (channel.read(target, from + target.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has been read up to where it says that it ends. */
    boolean isAtEnd() {
        return ended;
    }

    @Override
    void seek(long blockPosition) {
        nextBlock = Math.max(blockPosition, Archive.HEADER_BYTES);
        framesLength = 0;
        nextFrame = 0;
        ended = false;
    }

    @Override
    long position() {
        return position;
    }

    @Override
    byte[] bytes() {
        return frames;
    }

    @Override
    int frame() {
        return frame;
    }

    /** An archive says itself where it ends. */
    @Override
    Optional<String> evidenceAgainstEnd(long sequence, OptionalLong journalId) {
        return ended ? Optional.empty() : Optional.of("an archive has an end, and this is not it");
    }

    @Override
    boolean skipToWhole(OptionalLong journalId) throws IOException {
        byte[] chunk = new byte[Archive.BLOCK_BYTES];
        for (long from = position + 1; from + Archive.BLOCK_HEADER_BYTES <= size; from += chunk.length - 3) {
            int length = channel.read(ByteBuffer.wrap(chunk), from);
            for (int i = 0; i + 4 <= length; i++) {
                if (Frame.intAt(chunk, i) == Archive.BLOCK_MAGIC && isBlockAt(from + i)) {
                    seek(from + i);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isBlockAt(long candidate) throws IOException {
        return fill(candidate, Archive.BLOCK_HEADER_BYTES)
                && Archive.isBlockHeader(block)
                && fill(candidate, Archive.BLOCK_HEADER_BYTES + Archive.compressedLength(block))
                && Archive.isBlock(block);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
