package dev.remit.gateway.exchange;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A way to compress an answer, the better one first. */
public enum Coding {
    BR {
        /** Its library is native, and not there on every platform. */
        @Override
        boolean isAvailable() {
            return Brotli4jLoader.isAvailable();
        }

        @Override
        public OutputStream into(OutputStream out) throws IOException {
            return new BrotliOutputStream(
                    out, new Encoder.Parameters().setQuality(QUALITY).setWindow(WINDOW_BITS));
        }
    },
    GZIP {
        @Override
        public OutputStream into(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }
    };

    /** What gzip gets at its best costs brotli little at this; higher ones cost much. */
    private static final int QUALITY = 4;
    /** As gzip has: an answer on its way must not hold megabytes. */
    private static final int WINDOW_BITS = 16;

    private static final String ACCEPT = "Accept-Encoding";

    /** Its name in {@code Content-Encoding}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is written to the stream is compressed into {@code out}, whole once it is closed. */
    public abstract OutputStream into(OutputStream out) throws IOException;

    boolean isAvailable() {
        return true;
    }

    public Buffer all(Buffer plain) {
        var out = new ByteArrayOutputStream();
        try (OutputStream compressing = into(out)) {
            compressing.write(plain.getBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Buffer.buffer(out.toByteArray());
    }

    /** The coding that the caller wants most; empty where the answer goes as it is. */
    public static Optional<Coding> of(HttpServerRequest request) {
        String accepted = String.join(",", request.headers().getAll(ACCEPT));
        return Arrays.stream(values())
                .filter(coding -> coding.isAvailable() && quality(coding.token(), accepted) > 0)
                .max(Comparator.comparingDouble((Coding coding) -> quality(coding.token(), accepted))
                        .thenComparing(Comparator.reverseOrder()))
                .filter(coding -> quality(coding.token(), accepted) >= quality("identity", accepted));
    }

    private static double quality(String token, String accepted) {
        double anyOther = 0;
        for (String part : accepted.split(",")) {
            String[] pieces = part.strip().split(";", 2);
            String name = pieces[0].strip().toLowerCase(Locale.ROOT);
            if (name.equals(token) || name.equals("x-" + token)) {
                return quality(pieces);
            }
            if (name.equals("*")) {
                anyOther = quality(pieces);
            }
        }
        return anyOther;
    }

    private static double quality(String... pieces) {
        String weight = pieces.length < 2 ? "" : pieces[1].replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (weight.isEmpty()) {
            return 1;
        }
        try {
            return weight.startsWith("q=") ? Double.parseDouble(weight.substring(2)) : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
