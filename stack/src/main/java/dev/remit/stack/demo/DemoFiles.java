package dev.remit.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The bodies that the demo sends, kept as files so that they can be read, and sent with curl as well. */
final class DemoFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoFiles() {}

    static String read(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static JsonNode json(String name) {
        try {
            return JSON.readTree(bytes(name));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** An empty one. */
    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static byte[] bytes(String name) {
        try (InputStream file = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("no demo file " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
