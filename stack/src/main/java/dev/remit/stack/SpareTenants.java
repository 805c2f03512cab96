package dev.remit.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The spare tenants of a stack. Its services know them as sandboxes from their start; a tenant's people and machine clients
 * are made in Keycloak when it is taken, as copies of those of the realm's first tenant. A copy has its original's name with
 * the tenant's name behind it: {@code desk.t3}. Stacks that share a Keycloak cannot both have spare tenants.
 */
final class SpareTenants {
    private static final String ID = "0198c0de-0000-7000-8000-%012d";
    private static final int FIRST_NUMBER = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IdentityProvider identity;
    private final int number;
    private int taken;

    /** @param number of tenants */
    SpareTenants(IdentityProvider identity, int number) {
        this.identity = identity;
        this.number = number;
    }

    /** Those of all spare tenants, taken or not. */
    List<String> ids() {
        return IntStream.rangeClosed(1, number).mapToObj(SpareTenants::id).toList();
    }

    private static String id(int number) {
        return ID.formatted(FIRST_NUMBER + number);
    }

    /**
     * Takes a tenant that nobody has.
     *
     * @throws StackException when all are taken
     */
    synchronized Taken take() {
        if (taken == number) {
            throw new StackException("All " + number + " spare tenants are taken");
        }
        taken++;
        Taken tenant = new Taken("t" + taken, id(taken));
        identity.administrator().post("/remit/partialImport", accounts(tenant));
        return tenant;
    }

    /**
     * A tenant that somebody has.
     *
     * @param name what the names of its accounts end in, behind a full stop
     * @param id the UUID that its tokens carry
     */
    record Taken(String name, String id) {
        /** What this tenant's copy of an account is called. */
        String account(String original) {
            return Accounts.copy(original, name);
        }
    }

    private ObjectNode accounts(Taken tenant) {
        ObjectNode accounts = JSON.createObjectNode().put("ifResourceExists", "FAIL");
        ArrayNode clients = accounts.putArray("clients");
        ArrayNode users = accounts.putArray("users");
        Set<String> copied = new HashSet<>();
        JsonNode realm = read(RealmFiles.realm());
        for (JsonNode client : realm.path("clients")) {
            if (client.at("/protocolMappers/0/config/claim.value").asText().equals(ServiceSettings.SANDBOX_TENANT)) {
                copied.add(client.path("clientId").asText());
                clients.add(client(client.deepCopy(), tenant));
            }
        }
        for (JsonNode user : realm.path("users")) {
            if (copied.contains(user.path("serviceAccountClientId").asText())) {
                users.add(machine(user.deepCopy(), tenant));
            }
        }
        for (JsonNode user : read(RealmFiles.people()).path("users")) {
            if (user.at("/attributes/tenant/0").asText().equals(ServiceSettings.SANDBOX_TENANT)) {
                users.add(person(user.deepCopy(), tenant));
            }
        }
        return accounts;
    }

    private ObjectNode client(ObjectNode client, Taken tenant) {
        String name = tenant.account(client.path("clientId").asText());
        client.remove("id");
        client.put("clientId", name).put("secret", identity.accounts().clientSecret(name));
        ObjectNode claim = (ObjectNode) client.at("/protocolMappers/0");
        claim.remove("id");
        ((ObjectNode) claim.path("config")).put("claim.value", tenant.id());
        return client;
    }

    private static ObjectNode machine(ObjectNode user, Taken tenant) {
        String client = tenant.account(user.path("serviceAccountClientId").asText());
        user.remove("id");
        return user.put("username", "service-account-" + client).put("serviceAccountClientId", client);
    }

    private static ObjectNode person(ObjectNode user, Taken tenant) {
        user.remove("id");
        user.put("username", tenant.account(user.path("username").asText()));
        // No two people of a realm share an address.
        user.put("email", tenant.name() + "." + user.path("email").asText());
        ((ObjectNode) user.path("attributes")).putArray("tenant").add(tenant.id());
        ((ObjectNode) user.at("/credentials/0")).put("value", Accounts.PEOPLE_PASSWORD);
        return user;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
