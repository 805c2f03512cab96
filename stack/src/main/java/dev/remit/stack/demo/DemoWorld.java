package dev.remit.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
            DemoMsp.all().getFirst(),
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
            DemoMsp.all().getLast(),
            List.of(new Contract(
                    "northwind-msp",
                    "whitfield-crane",
                    MANAGED_SERVICES,
                    new Signatory("other-partner", "Edmund Crane", "Managing partner"))));

    private static final Instant SIGNING_DAY = Instant.parse("2025-12-15T15:00:00Z");

    /** @param contracts one for each client */
    private record Msp(DemoMsp members, List<Contract> contracts) {}

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
    private final UnaryOperator<String> logins;

    /** Where everybody has the login that the demo world declares. */
    public DemoWorld(RemitApi api) {
        this(api, name -> name);
    }

    /**
     * @param api whose tokens are of whom the demo world declares; an approver's is asked for once the client is there
     * @param logins with what somebody of the demo world logs in there
     */
    public DemoWorld(RemitApi api, UnaryOperator<String> logins) {
        this.api = api;
        this.logins = logins;
    }

    /** Whether this world was loaded before: the connection is the last thing to be made. */
    public boolean isThere() {
        return !api.as(NORTHWIND_MSP.members().owner())
                .get("/api/tickets/v1/connections")
                .path("items")
                .isEmpty();
    }

    /** Makes clients, catalogues and connections, has every agreement signed by both sides, and asks for everybody's token. */
    public void load() {
        List<Msp> msps = List.of(BEACON_IT, NORTHWIND_MSP);
        new SandboxClock(api).moveTo(SIGNING_DAY);
        msps.forEach(this::contract);
        msps.forEach(msp -> msp.members().members().forEach(api::token));
        msps.forEach(this::connect);
    }

    /** Makes Beacon IT alone, with its clients; in a tenant that is a sandbox. */
    public void loadFirst() {
        new SandboxClock(api).moveTo(SIGNING_DAY);
        contract(BEACON_IT);
        connect(BEACON_IT);
    }

    private void contract(Msp msp) {
        DemoMsp members = msp.members();
        RemitApi.As owner = api.as(members.owner());
        for (JsonNode item : DemoFiles.json("catalogue.json")) {
            owner.post("/api/contracts/v1/catalogue/items", item);
        }
        ContractSigning contracting = new ContractSigning(api, members);
        for (Contract contract : msp.contracts()) {
            JsonNode wanted = DemoFiles.json(contract.clientFolder() + "/client.json");
            wanted.path("approvers").forEach(approver -> ((ObjectNode) approver)
                    .put("username", logins.apply(approver.path("username").asText())));
            JsonNode made = owner.post("/api/contracts/v1/clients", wanted);
            sign(contracting, contract, made.path("code").asText());
        }
    }

    private static void sign(ContractSigning contracting, Contract contract, String clientCode) {
        String folder = contract.termsFolder();
        String agreement = contracting.begin(clientCode, contract.title());
        String version = contracting.draft(agreement, DemoFiles.read(folder + "/terms.json"));
        if (contract.signatory() == null) {
            ObjectNode adoption = (ObjectNode) DemoFiles.json(folder + "/adoption.json");
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

    private void connect(Msp msp) {
        ObjectNode connection = (ObjectNode) DemoFiles.json("connection.json");
        connection.put("signingKey", "callback-key-of-the-demo-on-one-machine");
        api.as(msp.members().owner()).post("/api/tickets/v1/connections", connection);
    }
}
