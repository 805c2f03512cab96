package dev.remit.journeys.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import dev.remit.stack.demo.OfficeMove;
import dev.remit.stack.demo.RemitApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the API document, called as each role with what the document allows and what it forbids: no answer may be
 * a server error, or one whose status, type, header fields or body the document does not tell, and a method that a path does
 * not have is answered with those that it has. {@code clients/document/check} fetches the tool before.
 */
class DocumentCheck {
    private static final String OPERATOR = "operator";
    private static final String ROLES =
            "owner,desk,tech,finance,auditor,partner," + OPERATOR + ",psa-sync,finance-pull,integrator";
    private static final String TOOL = Path.of(
                    System.getProperty("document.tool", "../.remit/document/venv/bin/schemathesis"))
            .toAbsolutePath()
            .toString();
    private static final String ONLY = System.getProperty("document.only", "/");
    private static final String SUMMARY = " SUMMARY ";
    private static final Path STATE = Path.of("target", "stack-of-DocumentCheck");

    private static Stack stack;
    private static RemitApi tenant;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.onFreePorts(STATE));
        tenant = stack.apiOfOwnTenant();
        new OfficeMove(tenant, OfficeMove.TICKET, OfficeMove.THURSDAY).tell(step -> {});
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.stop();
        }
    }

    static Stream<String> roles() {
        return Stream.of(System.getProperty("document.roles", ROLES).split(","));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyOperationKeepsToTheDocument(String role) throws IOException, InterruptedException {
        String token = role.equals(OPERATOR) ? stack.token(role) : tenant.token(role);
        List<String> command = List.of(
                TOOL,
                "run",
                stack.gatewayUrl() + "/openapi",
                "--header=Authorization: Bearer " + token,
                "--include-path-regex=" + ONLY,
                "--phases=examples,coverage,fuzzing",
                "--checks=not_a_server_error,status_code_conformance,content_type_conformance,"
                        + "response_headers_conformance,response_schema_conformance,unsupported_method",
                "--max-examples=4",
                "--continue-on-failure",
                "--suppress-health-check=all",
                "--no-color");
        Process running = new ProcessBuilder(command)
                .directory(STATE.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), said);
        System.err.println("document-check: " + role + said.substring(Math.max(0, said.lastIndexOf(SUMMARY))));
    }
}
