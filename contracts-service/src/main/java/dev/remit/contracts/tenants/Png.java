package dev.remit.contracts.tenants;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A picture as its file describes it.
 *
 * @param width in pixels
 * @param height in pixels
 */
record Png(int width, int height) {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int FIRST_CHUNK = 0x49484452;
    private static final int LAST_CHUNK = 0x49454e44;
    private static final int TYPE_BYTES = 4;

    /** Empty for what is no PNG, is cut off, or has something behind its end. */
    static Optional<Png> read(byte[] file) {
        ByteBuffer rest = ByteBuffer.wrap(file);
        try {
            if (rest.getLong() != SIGNATURE) {
                return Optional.empty();
            }
            Chunk first = Chunk.next(rest);
            Png picture = new Png(first.data.getInt(), first.data.getInt());
            Chunk last = first;
            while (last.isSound() && last.type != LAST_CHUNK) {
                last = Chunk.next(rest);
            }
            boolean whole = first.type == FIRST_CHUNK && last.isSound() && !rest.hasRemaining();
            return whole ? Optional.of(picture) : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
            return Optional.empty();
        }
    }

    private record Chunk(int type, ByteBuffer data, int computed, int checksum) {
        static Chunk next(ByteBuffer rest) {
            int length = rest.getInt();
            if (length < 0) {
                throw new IllegalArgumentException("a chunk of " + length + " bytes");
            }
            CRC32 sum = new CRC32();
            sum.update(rest.duplicate().limit(rest.position() + TYPE_BYTES + length));
            int type = rest.getInt();
            ByteBuffer data = rest.slice(rest.position(), length);
            rest.position(rest.position() + length);
            return new Chunk(type, data, (int) sum.getValue(), rest.getInt());
        }

        boolean isSound() {
            return computed == checksum;
        }
    }
}
