package dev.remit.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Two MSPs, made through the public API alone. Beacon IT has three clients in three zones, and four more with the kinds of
 * contract that MSPs really sign; its tenant is a sandbox, so that its story has the same dates whenever it is told.
 * Northwind MSP looks after another office of the same law firm and names everything alike, to show that nothing crosses.
 */
public final class DemoWorld {
    private static final String MANAGED_SERVICES = "Managed IT services";

    private static final Msp BEACON_IT = new Msp(
            "owner",
            "John Beacon",
            List.of(
                    new Contract(
                            "whitfield-crane",
                            "whitfield-crane",
                            MANAGED_SERVICES,
                            new Signatory("partner", "Eleanor Whitfield", "Managing partner")),
                    new Contract(
                            "thames-dental",
                            "thames-dental",
                            MANAGED_SERVICES,
                            new Signatory("priya", "Priya Shah", "Practice manager")),
                    new Contract(
                            "kowhai-logistics",
                            "kowhai-logistics",
                            MANAGED_SERVICES,
                            new Signatory("tama", "Tama Parata", "Director")),
                    new Contract(
                            "tasman-joinery",
                            "tasman-joinery",
                            "Support by the hour",
                            new Signatory("wiremu", "Wiremu Hohepa", "Director", "tasman-joinery/signed.pdf")),
                    new Contract(
                            "hartwell-pruitt",
                            "hartwell-pruitt",
                            "Managed IT services on weekdays",
                            new Signatory("naomi", "Naomi Hartwell", "Managing member"),
                            "Statement of work: move of the Dublin office"),
                    new Contract(
                            "bluepine-outfitters",
                            "bluepine-outfitters",
                            "Managed IT services around the clock",
                            new Signatory("marcus", "Marcus Odell", "Chief operating officer")),
                    new Contract("marlow-vets", "marlow-vets", "IT support agreement of 3 March 2025", null)));

    private static final Msp NORTHWIND_MSP = new Msp(
            "other-owner",
            "Olga Brandt",
            List.of(new Contract(
                    "northwind-msp",
                    "whitfield-crane",
                    MANAGED_SERVICES,
                    new Signatory("other-partner", "Edmund Crane", "Managing partner"))));

    private static final Instant SIGNING_DAY = Instant.parse("2025-12-15T15:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param owner who signs for the MSP
     * @param contracts one for each client
     */
    private record Msp(String owner, String ownerName, List<Contract> contracts) {}

    /**
     * A client and its contract.
     *
     * @param clientFolder where the client's file is
     * @param termsFolder where the agreement's terms are
     * @param title of the agreement
     * @param signatory for the client; null where it was signed on paper before, and is adopted
     * @param statementOfWork title of the one that is signed beside it; null where there is none
     */
    private record Contract(
            String clientFolder, String termsFolder, String title, Signatory signatory, String statementOfWork) {

        Contract(String clientFolder, String termsFolder, String title, Signatory signatory) {
            this(clientFolder, termsFolder, title, signatory, null);
        }
    }

    private final RemitApi api;

    public DemoWorld(RemitApi api) {
        this.api = api;
    }

    /** Whether this world was loaded before: the connection is the last thing to be made. */
    public boolean isThere() {
        return !api.as(NORTHWIND_MSP.owner())
                .get("/api/tickets/v1/connections")
                .path("items")
                .isEmpty();
    }

    /** Makes clients, catalogues and connections, and has every agreement signed by both sides. */
    public void load() {
        loadFirst(name -> name);
        load(NORTHWIND_MSP, name -> name);
    }

    /**
     * Makes Beacon IT alone, with its clients.
     *
     * @param usernames what somebody of the demo world is called in the tenant that the API's tokens are for
     */
    public void loadFirst(UnaryOperator<String> usernames) {
        new SandboxClock(api).moveTo(SIGNING_DAY);
        load(BEACON_IT, usernames);
    }

    private void load(Msp msp, UnaryOperator<String> usernames) {
        RemitApi.As owner = api.as(msp.owner());
        for (JsonNode item : parse(DemoFiles.read("catalogue.json"))) {
            owner.post("/api/contracts/v1/catalogue/items", item);
        }
        ContractSigning contracting = new ContractSigning(api, msp.owner(), msp.ownerName());
        for (Contract contract : msp.contracts()) {
            JsonNode wanted = parse(DemoFiles.read(contract.clientFolder() + "/client.json"));
            wanted.path("approvers").forEach(approver -> ((ObjectNode) approver)
                    .put("username", usernames.apply(approver.path("username").asText())));
            JsonNode made = owner.post("/api/contracts/v1/clients", wanted);
            sign(contracting, contract, made.path("code").asText());
        }
        connect(owner);
    }

    private static void sign(ContractSigning contracting, Contract contract, String clientCode) {
        String folder = contract.termsFolder();
        String agreement = contracting.begin(clientCode, contract.title());
        String version = contracting.draft(agreement, DemoFiles.read(folder + "/terms.json"));
        if (contract.signatory() == null) {
            ObjectNode adoption = (ObjectNode) parse(DemoFiles.read(folder + "/adoption.json"));
            contracting.adopt(version, adoption, folder + "/signed.pdf");
            return;
        }
        contracting.sign(version, contract.signatory());
        if (contract.statementOfWork() != null) {
            String beside = contracting.beginBeside(agreement, clientCode, contract.statementOfWork());
            String work = contracting.draft(beside, DemoFiles.read(folder + "/statement-of-work.json"));
            contracting.sign(work, contract.signatory());
        }
    }

    private static void connect(RemitApi.As owner) {
        ObjectNode connection = (ObjectNode) parse(DemoFiles.read("connection.json"));
        connection.put("signingKey", "callback-key-of-the-demo-on-one-machine");
        owner.post("/api/tickets/v1/connections", connection);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
