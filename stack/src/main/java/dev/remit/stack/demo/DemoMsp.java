package dev.remit.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Who is at an MSP of the demo world, as the calls want it that make them: its owner, its people, the approvers of its
 * clients as the clients' lists have them, and its machine clients.
 */
public final class DemoMsp {
    private static final List<DemoMsp> ALL = StreamSupport.stream(
                    DemoFiles.json("msps.json").spliterator(), false)
            .map(DemoMsp::new)
            .toList();

    private final JsonNode declared;
    private final Map<String, ObjectNode> people = new LinkedHashMap<>();
    private final Map<String, ObjectNode> machineClients = new LinkedHashMap<>();

    private DemoMsp(JsonNode declared) {
        this.declared = declared;
        declared.path("people")
                .forEach(person -> people.put(person.path("login").asText(), (ObjectNode) person));
        for (JsonNode folder : declared.path("approversOf")) {
            JsonNode client = DemoFiles.json(folder.asText() + "/client.json");
            ObjectNode approver = approver(client);
            people.put(approver.path("login").asText(), approver);
        }
        declared.path("machineClients")
                .forEach(machine -> machineClients.put(machine.path("name").asText(), (ObjectNode) machine));
    }

    /** Beacon IT, and then Northwind MSP. */
    public static List<DemoMsp> all() {
        return ALL;
    }

    /** The logins of all people of the demo world. */
    public static List<String> everybody() {
        return ALL.stream()
                .flatMap(msp -> Stream.concat(Stream.of(msp.owner()), msp.people.keySet().stream()))
                .toList();
    }

    /** The names of all machine clients of the demo world. */
    public static List<String> allMachineClients() {
        return ALL.stream().flatMap(msp -> msp.machineClients.keySet().stream()).toList();
    }

    private static ObjectNode approver(JsonNode client) {
        JsonNode approver = client.at("/approvers/0");
        String[] names = approver.path("name").asText().split(" ", 2);
        ObjectNode person = DemoFiles.object()
                .put("login", approver.path("username").asText())
                .put("firstName", names[0])
                .put("lastName", names[1])
                .put("email", approver.path("email").asText())
                .put("client", client.path("code").asText());
        person.putArray("roles").add("CLIENT_APPROVER");
        return person;
    }

    public String name() {
        return declared.path("name").asText();
    }

    /** The login of its first owner. */
    public String owner() {
        return declared.at("/owner/login").asText();
    }

    /** What the owner signs with. */
    public String ownerName() {
        return declared.at("/owner/firstName").asText() + " "
                + declared.at("/owner/lastName").asText();
    }

    /** All who have a token of this MSP, by their logins and names; the owner is the first. */
    public List<String> members() {
        List<String> members = new ArrayList<>(List.of(owner()));
        members.addAll(people.keySet());
        members.addAll(machineClients.keySet());
        return members;
    }

    /** The tenant with its first owner. */
    public ObjectNode tenant() {
        ObjectNode tenant = DemoFiles.object()
                .put("name", name())
                .put("kind", declared.path("kind").asText());
        return tenant.set("owner", declared.path("owner").deepCopy());
    }

    public boolean isMachineClient(String name) {
        return machineClients.containsKey(name);
    }

    /** Somebody to invite, other than the owner. */
    public ObjectNode person(String login) {
        return people.get(login).deepCopy();
    }

    public ObjectNode machineClient(String name) {
        return machineClients.get(name).deepCopy();
    }
}
