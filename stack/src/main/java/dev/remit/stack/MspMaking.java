package dev.remit.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.demo.RemitApi;
import java.net.URI;

/**
 * Makes MSPs, their people and their machine clients on one machine, by the calls that make them everywhere. People have the
 * password that everybody has there, and what is asked of others at their first log-in is left out: a token is had at once.
 */
final class MspMaking {
    /** Who runs the suite on one machine. */
    static final String OPERATOR = "operator";

    private static final String PASSWORD = "temporaryPassword";

    private final RemitApi api;
    private final Tokens tokens;
    private final Accounts accounts;

    /** @param gateway its address, without a path */
    MspMaking(String gateway, Tokens tokens, Accounts accounts) {
        this.api = new RemitApi(URI.create(gateway), tokens::of);
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /**
     * @param tenant with its first owner
     * @return the tenant's id
     */
    String tenant(ObjectNode tenant) {
        JsonNode made = api.as(OPERATOR)
                .post("/api/contracts/v1/tenants", tenant.deepCopy().put(PASSWORD, Accounts.PEOPLE_PASSWORD));
        letIn(tenant.at("/owner/login").asText());
        return made.at("/tenant/id").asText();
    }

    /** @param owner the login of who invites them */
    void person(String owner, ObjectNode person) {
        api.as(owner).post("/api/contracts/v1/people", person.deepCopy().put(PASSWORD, Accounts.PEOPLE_PASSWORD));
        letIn(person.path("login").asText());
    }

    /**
     * @param owner the login of who makes it
     * @param name under which its login is kept
     */
    void machineClient(String owner, String name, ObjectNode machine) {
        accounts.keep(
                name,
                api.as(owner).post("/api/contracts/v1/machine-clients", machine).path("secret"));
    }

    private void letIn(String login) {
        tokens.ofAccounts().finishFirstLogIn(login);
    }
}
