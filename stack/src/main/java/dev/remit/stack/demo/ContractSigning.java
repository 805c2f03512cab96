package dev.remit.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Takes contracts from their terms to being signed by both sides, through the public API. */
public final class ContractSigning {
    private static final String AGREEMENTS = "/api/contracts/v1/agreements";

    private final RemitApi api;
    private final RemitApi.As owner;
    private final String ownerName;

    /** For the demo world's first MSP. */
    public ContractSigning(RemitApi api) {
        this(api, DemoMsp.all().getFirst());
    }

    /** @param msp whose owner signs for it */
    ContractSigning(RemitApi api, DemoMsp msp) {
        this.api = api;
        this.owner = api.as(msp.owner());
        this.ownerName = msp.ownerName();
    }

    /** Path of a new agreement that stands by itself. */
    public String begin(String clientCode, String title) {
        return begin(Map.of("clientCode", clientCode, "title", title));
    }

    /**
     * Path of a new addendum.
     *
     * @param master path of the agreement that it is an addendum to
     */
    public String beginBeside(String master, String clientCode, String title) {
        String masterId = master.substring(master.lastIndexOf('/') + 1);
        return begin(Map.of("clientCode", clientCode, "title", title, "kind", "ADDENDUM", "masterId", masterId));
    }

    private String begin(Map<String, String> agreement) {
        return AGREEMENTS + "/" + owner.post(AGREEMENTS, agreement).path("id").asText();
    }

    /** Path of the next version of an agreement, which nobody has signed. */
    public String draft(String agreement, Object terms) {
        String versions = agreement + "/versions";
        return versions + "/" + owner.post(versions, terms).path("version").asText();
    }

    /** Has both sides sign a draft; it is in force from its first date on. */
    public void sign(String version, Signatory client) {
        JsonNode proposed = owner.post(version + "/propose", Map.of());
        String contentHash = proposed.path("contentHash").asText();
        owner.post(version + "/signatures", signature(ownerName, "Owner", contentHash));
        if (client.scan() == null) {
            api.as(client.user()).post(version + "/signatures", signature(client.name(), client.title(), contentHash));
        } else {
            owner.post(version + "/paper-signatures", onPaper(version, client, proposed));
        }
        owner.post(version + "/activate", Map.of());
    }

    private static Map<String, String> signature(String name, String title, String contentHash) {
        return Map.of("name", name, "title", title, "contentHash", contentHash);
    }

    /** Signed on the day on which it was proposed. */
    private Map<String, String> onPaper(String version, Signatory signer, JsonNode proposed) {
        JsonNode client = clientOf(version);
        Map<String, String> body = new HashMap<>(signature(
                signer.name(), signer.title(), proposed.path("contentHash").asText()));
        body.put("party", "CLIENT");
        body.put("approver", login(client, signer.name()));
        body.put("signedOn", localDate(client, proposed.path("proposedAt").asText()));
        body.put("file", keep(version, signer.scan()));
        return body;
    }

    private JsonNode clientOf(String version) {
        String code = owner.get(agreementOf(version)).path("clientCode").asText();
        return owner.get("/api/contracts/v1/clients/" + code);
    }

    private static String agreementOf(String version) {
        return version.substring(0, version.lastIndexOf("/versions/"));
    }

    private static String login(JsonNode client, String name) {
        return StreamSupport.stream(client.path("approvers").spliterator(), false)
                .filter(approver -> approver.path("name").asText().equals(name))
                .map(approver -> approver.path("username").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is no approver of " + client.path("code")));
    }

    private static String localDate(JsonNode client, String instant) {
        ZoneId zone = ZoneId.of(client.path("timeZone").asText());
        return LocalDate.ofInstant(Instant.parse(instant), zone).toString();
    }

    /**
     * Puts a draft in force that was signed elsewhere.
     *
     * @param adoption when and by whom, without the file
     * @param scan name of the demo's file that was signed
     */
    public void adopt(String version, ObjectNode adoption, String scan) {
        owner.post(version + "/adopt", adoption.deepCopy().put("file", keep(version, scan)));
    }

    /** Sends a scanned paper to an agreement, and gives its SHA-256. */
    public String keep(String version, String scan) {
        byte[] file = DemoFiles.bytes(scan);
        String hash = sha256(file);
        owner.putFile(agreementOf(version) + "/files/" + hash + "?name=" + scan.replace('/', '-'), file);
        return hash;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
