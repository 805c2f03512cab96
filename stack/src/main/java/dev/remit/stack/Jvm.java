package dev.remit.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JVMs that are started here: on the JDK that runs this one, and modest, as they share a small machine. */
final class Jvm {
    private Jvm() {}

    /** @return the first words of a command that starts a JVM which is up soon and takes little memory */
    static List<String> command(int heapMegabytes) {
        return Stream.concat(optimising(heapMegabytes).stream(), Stream.of("-XX:TieredStopAtLevel=1"))
                .toList();
    }

    /** @return the same for a JVM that compiles what runs often as well as it can */
    static List<String> optimising(int heapMegabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                // One without memory answers nothing and does not end by itself.
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC");
    }
}
