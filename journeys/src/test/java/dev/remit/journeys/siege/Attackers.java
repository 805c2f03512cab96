package dev.remit.journeys.siege;

import dev.remit.stack.demo.RemitApi;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * A flood in a process of its own that runs only where a processor is idle: attackers have machines of their own, and what
 * they compute there must not be taken from Remit or from whoever measures it. What Remit does for them is not spared.
 */
final class Attackers implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final String END = "end of the order";
    private static final String GATEWAY = "gateway";
    private static final String MONTH = "month";
    private static final String FLOOD = "flood";

    private final Process process;

    private Attackers(Process process) {
        this.process = process;
    }

    /** Starts a flood with the tokens of those who send it; it lasts until it is ended, and at most as long as this JVM. */
    static Attackers start(String gateway, String month, Flood flood, UnaryOperator<String> tokens) throws IOException {
        Properties order = new Properties();
        order.setProperty(GATEWAY, gateway);
        order.setProperty(MONTH, month);
        order.setProperty(FLOOD, flood.name());
        TenantFloods.CALLERS.forEach(caller -> order.setProperty(caller, tokens.apply(caller)));
        ProcessBuilder builder = new ProcessBuilder(
                        "chrt",
                        "--idle",
                        "0",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        Attackers.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // Not on the command line, which is too long to be read from outside then.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        Attackers attackers = new Attackers(process);
        try {
            Writer out = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
            order.store(out, null);
            out.write(END + "\n");
            out.flush();
            return attackers;
        } catch (IOException ended) {
            attackers.close();
            throw ended;
        }
    }

    /** Ends the flood. @return what it has done */
    FloodCounts end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        Properties lines = new Properties();
        try (Reader in = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            lines.load(in);
        }
        if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("The attackers' process failed; what it said is above");
        }
        return FloodCounts.of(lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process itself: takes its order from standard input, and ends with that. */
    public static void main(String[] arguments) throws Exception {
        Reader in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        Properties order = order(in);
        AtomicBoolean over = new AtomicBoolean();
        Thread.ofPlatform().daemon().start(() -> {
            awaitEnd(in);
            over.set(true);
        });
        URI gateway = URI.create(order.getProperty(GATEWAY));
        List<Flood> floods = Floods.of(gateway, new RemitApi(gateway, order::getProperty), order.getProperty(MONTH));
        FloodCounts tally = new FloodCounts();
        for (Flood flood : floods) {
            if (flood.name().equals(order.getProperty(FLOOD))) {
                flood.sending().send(over::get, tally);
            }
        }
        tally.toProperties().store(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), null);
        System.exit(0);
    }

    private static Properties order(Reader in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(END) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IllegalStateException("The order ends too soon");
            }
            text.append((char) next);
        }
        text.setLength(text.indexOf(END));
        Properties order = new Properties();
        order.load(new StringReader(text.toString()));
        return order;
    }

    private static void awaitEnd(Reader in) {
        try {
            while (in.read() >= 0) {
                // Nothing more is said; it ends when the other side closes it or is gone.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
