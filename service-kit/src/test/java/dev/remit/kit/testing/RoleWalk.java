package dev.remit.kit.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Calls every operation of a service's section of docs/roles.md as everybody who might, and compares what comes back with
 * the table's marks.
 */
public final class RoleWalk {
    private static final Set<Integer> KEPT_OUT = Set.of(401, 403);
    private static final long LONG_AGO = -300;
    /** Belongs to no tenant, and is so in none a stranger. */
    private static final String OPERATOR = "operator";

    /** Calls an operation of the table, such as {@code GET /api/tickets/v1/feed}. */
    @FunctionalInterface
    public interface Call {
        /**
         * @param caller with the token to call with, or none
         * @return the answer's status
         */
        int status(RequestSpecification caller, String operation);
    }

    private final RoleTable table;

    private RoleWalk(RoleTable table) {
        this.table = table;
    }

    /** The section under the heading of this name. */
    public static RoleWalk of(String section) {
        return new RoleWalk(RoleTable.of(section));
    }

    /** The table has a row for every operation that the running service describes, and no other. */
    public void hasEveryOperation() {
        assertEquals(
                RoleTable.described(),
                new TreeMap<>(table.allowed()),
                "operations of the API with their roles, and rows of docs/roles.md");
    }

    /**
     * Every operation lets in exactly the roles with a mark, and nobody without a token that is right in every way.
     *
     * @param client to which the tokens of client-approvers are bound
     */
    public void letsInExactlyTheMarkedRoles(UUID tenant, String client, Call call) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> strangers = strangers(tenant, client);
        table.allowed().forEach((operation, marked) -> {
            expect(wrong, operation, "no token", call.status(given(), operation), Set.of(401));
            strangers.forEach(
                    (who, token) -> expect(wrong, operation, who, call.status(with(token), operation), KEPT_OUT));
            for (String role : table.roles()) {
                int status = call.status(with(token(role, tenant, client)), operation);
                if (KEPT_OUT.contains(status) == marked.contains(role)) {
                    wrong.add(operation + " answered " + status + " to " + role);
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    /** An object of another tenant does not exist for anybody of this one. */
    public void knowsNoObjectOfAnotherTenant(UUID stranger, String client, Call call) {
        List<String> wrong = new ArrayList<>();
        table.allowed().forEach((operation, marked) -> {
            if (operation.contains("{")) {
                for (String role :
                        marked.stream().filter(role -> !role.equals(OPERATOR)).toList()) {
                    int status = call.status(with(token(role, stranger, client)), operation);
                    expect(wrong, operation, role + " of another tenant", status, Set.of(404));
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    /**
     * An object of another client does not exist for an approver.
     *
     * @param client another one than the objects'
     * @param shared operations on objects that belong to no client
     */
    public void knowsNoObjectOfAnotherClient(UUID tenant, String client, Set<String> shared, Call call) {
        List<String> wrong = new ArrayList<>();
        table.allowed().forEach((operation, marked) -> {
            if (operation.contains("{") && marked.contains("client-approver") && !shared.contains(operation)) {
                int status = call.status(with(token("client-approver", tenant, client)), operation);
                expect(wrong, operation, "another client's approver", status, Set.of(404));
            }
        });
        assertEquals(List.of(), wrong);
    }

    private Map<String, String> strangers(UUID tenant, String client) {
        Map<String, String> strangers = new LinkedHashMap<>();
        strangers.put("a service", TestTokens.service().token());
        strangers.put("no role", TestTokens.as("nobody").tenant(tenant).token());
        for (String role : table.roles()) {
            TestTokens right = as(role, tenant, client);
            strangers.put("stale " + role, right.validFor(LONG_AGO).token());
            strangers.put(
                    "foreign " + role, right.issuer("https://elsewhere.example").token());
            strangers.put("misdirected " + role, right.audience("elsewhere").token());
            strangers.put("unsigned " + role, right.unsigned());
        }
        return strangers;
    }

    private static String token(String role, UUID tenant, String client) {
        return as(role, tenant, client).token();
    }

    private static TestTokens as(String role, UUID tenant, String client) {
        TestTokens token = TestTokens.as(role);
        return role.equals(OPERATOR) ? token : token.tenant(tenant).client(client);
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    private static void expect(List<String> wrong, String operation, String who, int status, Set<Integer> right) {
        if (!right.contains(status)) {
            wrong.add(operation + " answered " + status + " to " + who);
        }
    }
}
