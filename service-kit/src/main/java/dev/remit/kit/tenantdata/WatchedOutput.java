package dev.remit.kit.tenantdata;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Looks once a second, beside the running transaction, whether more may be sent. */
final class WatchedOutput extends FilterOutputStream {
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Runnable look;
    private long lookedNanos = System.nanoTime();

    /** @param look throws where no more may be sent */
    WatchedOutput(OutputStream out, Runnable look) {
        super(out);
        this.look = look;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        long now = System.nanoTime();
        if (now - lookedNanos > PAUSE_NANOS) {
            lookedNanos = now;
            QuarkusTransaction.suspendingExisting().run(look);
        }
        out.write(bytes, from, count);
    }
}
