package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.stack.FirstLogIn;
import dev.remit.stack.Stack;
import dev.remit.stack.TestKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of {@code docs/first-contract.md}, as a newcomer would paste them, in a tenant that is empty. */
class FirstContract {
    private static final Path PAGE = Path.of("../docs/first-contract.md");
    private static final Pattern CALLS = Pattern.compile("A journey runs what follows.*?```\n(.*?)```", Pattern.DOTALL);

    @Test
    void tenCallsLeadFromNothingToARulingUnderOnesOwnContract(@TempDir Path folder) throws Exception {
        Stack stack = JourneyStack.shared();
        Path answers = folder.resolve("answers");
        var shell = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", calls())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(answers.toFile());
        shell.environment().put("api", stack.gatewayUrl() + "/api");
        shell.environment().put("TOKEN", ownerOfNewMsp(stack));
        int code = shell.start().waitFor();
        String said = Files.readString(answers);
        assertEquals(0, code, said);
        JsonNode last = new ObjectMapper().readTree(said.lines().reduce("", (before, line) -> line));
        assertEquals("EXTRA", last.path("verdict").asText(), said);
        assertEquals("4.2", last.at("/clause/id").asText(), said);
        assertEquals("900.00", last.at("/price/estimate/amount").asText(), said);
    }

    private static String ownerOfNewMsp(Stack stack) {
        String login = "ann-" + UUID.randomUUID();
        JsonNode made = stack.api()
                .as("operator")
                .post(
                        "/api/contracts/v1/tenants",
                        Map.of(
                                "name",
                                "Acme IT",
                                "kind",
                                "LIVE_SANDBOX",
                                "owner",
                                Map.of(
                                        "login",
                                        login,
                                        "firstName",
                                        "Ann",
                                        "lastName",
                                        "Archer",
                                        "email",
                                        login + "@acme.example")));
        return new FirstLogIn(stack.issuer(), "remit-docs", TestKeycloak.GATEWAY + "/docs/oauth2-redirect.html")
                .token(login, made.at("/firstLogIn/temporaryPassword").asText(), "amber-lantern-51");
    }

    private static String calls() throws IOException {
        Matcher calls = CALLS.matcher(Files.readString(PAGE));
        assertEquals(true, calls.find(), PAGE + " has no calls");
        return calls.group(1);
    }
}
