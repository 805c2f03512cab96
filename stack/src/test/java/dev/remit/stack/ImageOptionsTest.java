package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is measured on one machine holds for the images, too. */
class ImageOptionsTest {
    @Test
    void imagesRunWithTheSameOptionsOfTheJvm() throws IOException {
        List<String> words = List.of(
                Files.readString(Checkout.root().resolve("images/build")).split("[\\s'\"]+"));
        List<String> missing = Stream.of(
                        ServiceProcess.SHORT_PAUSES, ServiceProcess.LARGE_PAGES, ServiceProcess.PRIORITIES)
                .flatMap(List::stream)
                .filter(option -> !words.contains(option))
                .toList();
        assertEquals(List.of(), missing);
    }
}
