package dev.remit.journeys.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.journeys.proof.WebhookReceiver.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a receiver in Python makes of webhooks, with the public library of that language. */
public final class PythonVerifier {
    private static final Path PROGRAM = Path.of("python", "verify").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    private PythonVerifier() {}

    /** For each try whether it verifies by a secret, and else why not. */
    public static List<String> verdicts(String secret, List<Try> tries) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (Try one : tries) {
            lines.add(JSON.writeValueAsString(Map.of("secret", secret, "fields", one.fields(), "body", one.text())));
        }
        Path asked = Files.createTempFile("webhooks", ".jsonl");
        Path said = Files.createTempFile("verdicts", ".txt");
        try {
            Files.write(asked, lines);
            int status = new ProcessBuilder(PROGRAM.toString())
                    .redirectInput(asked.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            String text = Files.readString(said, UTF_8);
            if (status != 0) {
                throw new IllegalStateException("The verifier in Python ended with " + status + ": " + text);
            }
            return text.lines().toList();
        } finally {
            Files.delete(asked);
            Files.delete(said);
        }
    }
}
