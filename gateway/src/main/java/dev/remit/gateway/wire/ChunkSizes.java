package dev.remit.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpConstants;

/**
 * Follows Netty's decoder through a body of chunks to see each size before the decoder does: Netty counts in an int, so that
 * a size of more than eight digits begins again at nothing and a body would end where its sender does not end it.
 */
final class ChunkSizes {

    private static final int MOST_DIGITS = 7;

    private enum Next {
        NOTHING,
        SIZE,
        CONTENT,
        LINE_END
    }

    private Next next = Next.NOTHING;
    private long contentLeft;
    private int sizeLine;

    /** A body of chunks begins. */
    void begin() {
        next = Next.SIZE;
    }

    /** The body has ended. */
    void end() {
        next = Next.NOTHING;
    }

    /** Whether what comes next is larger than any size that is taken here, or no size; only looks. */
    boolean absurd(ByteBuf in) {
        if (next != Next.SIZE) {
            return false;
        }
        int from = in.readerIndex();
        int digits = 0;
        long size = 0;
        while (from + digits < in.writerIndex() && Character.digit((char) in.getByte(from + digits), 16) >= 0) {
            size = size << 4 | Character.digit((char) in.getByte(from + digits), 16);
            if (++digits > MOST_DIGITS) {
                return true;
            }
        }
        int lineEnd = in.indexOf(from, in.writerIndex(), HttpConstants.LF);
        if (lineEnd >= 0 && digits == 0) {
            return true;
        }
        if (lineEnd >= 0) {
            sizeLine = lineEnd + 1 - from;
            contentLeft = size;
            next = size == 0 ? Next.NOTHING : Next.CONTENT;
        }
        return false;
    }

    /**
     * What the decoder did since.
     *
     * @param consumed bytes that it took
     * @param content  bytes of them that it passed on as content
     */
    void decoded(int consumed, int content) {
        int rest = consumed - content;
        if (next == Next.CONTENT) {
            rest -= sizeLine;
            sizeLine = 0;
            contentLeft -= content;
            if (contentLeft == 0) {
                next = Next.LINE_END;
            }
        }
        if (next == Next.LINE_END && rest > 0) {
            next = Next.SIZE;
        }
    }
}
