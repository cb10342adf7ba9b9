package org.rollscope.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.DataFormatException;
import org.rollscope.frame.RawFrame;

/**
 * Reads rows of frame_block, in order, and checks them.
 *
 * <p>A hole that the recording has torn, as when the disk was full, is a gap before the frame that follows it: the block
 * counts only what the line lost.
 */
final class BlockReader {
    private final FrameBlockCodec codec = new FrameBlockCodec();
    private long sessionIndex = -1;
    private int lastBootIndex;
    private long lastSequence;

    /**
     * The frames of a row.
     *
     * @throws DataFormatException when it is damaged: says which block and how.
     */
    List<RawFrame> read(ResultSet row) throws SQLException, DataFormatException {
        long blockId = row.getLong("block_id");
        long blockIndex = blockId % ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT;
        byte[] packed = row.getBytes("packed");
        BlockHeader header = new BlockHeader(
                row.getInt("boot_index"),
                row.getLong("first_sequence"),
                row.getLong("first_device_time_us"),
                row.getLong("first_arrival_ns"),
                row.getLong("last_arrival_ns"),
                row.getInt("lost_before_count"),
                row.getInt("frame_count"),
                row.getInt("pad_count"));
        if (FrameBlockCodec.checksum(packed, header) != row.getLong("block_crc32_bits")) {
            throw new DataFormatException("block " + blockIndex + " has a wrong checksum");
        }
        if (header.frameCount() < 1 || header.frameCount() > BlockHeader.MAX_FRAME_COUNT) {
            throw new DataFormatException("block " + blockIndex + " claims " + header.frameCount() + " frames");
        }
        try {
            List<RawFrame> frames = codec.unpack(packed, withHole(header, blockId));
            RawFrame last = frames.get(frames.size() - 1);
            sessionIndex = blockId / ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT;
            lastBootIndex = last.bootIndex();
            lastSequence = last.sequence();
            return frames;
        } catch (DataFormatException damaged) {
            throw new DataFormatException("block " + blockIndex + ": " + damaged.getMessage());
        }
    }

    private BlockHeader withHole(BlockHeader header, long blockId) {
        boolean follows = blockId / ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT == sessionIndex
                && header.bootIndex() == lastBootIndex;
        long missingCount = follows ? header.firstSequence() - lastSequence - 1 : 0;
        if (missingCount <= header.lostBeforeCount()) {
            return header;
        }
        return new BlockHeader(
                header.bootIndex(),
                header.firstSequence(),
                header.firstDeviceTimeUs(),
                header.firstArrivalNs(),
                header.lastArrivalNs(),
                (int) Math.min(Integer.MAX_VALUE, missingCount),
                header.frameCount(),
                header.padCount());
    }
}
