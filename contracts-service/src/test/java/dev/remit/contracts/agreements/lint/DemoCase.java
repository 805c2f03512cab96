package dev.remit.contracts.agreements.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.remit.contracts.agreements.terms.Parties;
import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.contracts.agreements.terms.TermsJson;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.engines.agreement.VersionsInForce;
import dev.remit.engines.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The demo world's contract with Whitfield & Crane LLP as lint looks at it, with something changed. */
final class DemoCase {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final TermsJson TERMS = new TermsJson(JSON);

    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000010");
    private static final UUID MASTER = UUID.fromString("0198c0de-0000-7000-8000-000000000011");
    private static final UUID OTHER = UUID.fromString("0198c0de-0000-7000-8000-000000000012");

    private DemoCase() {}

    /** @param changes by JSON pointer; null takes something away, {@code /-} adds to a list */
    static LintCase with(JsonNode changes) {
        ObjectNode all = JSON.createObjectNode();
        all.set("terms", read("whitfield-crane/terms.json"));
        all.set("client", read("whitfield-crane/client.json"));
        all.set("catalogue", read("catalogue.json"));
        all.put("today", "2026-01-01");
        all.putArray("overlaps");
        changes.properties().forEach(change -> put(all, change.getKey(), change.getValue()));
        return of(all);
    }

    @SuppressWarnings("unchecked")
    private static <T extends JsonNode> T read(String name) {
        try (InputStream file = DemoCase.class.getResourceAsStream("/demo/" + name)) {
            return (T) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(JsonNode all, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        ContainerNode<?> holder = (ContainerNode<?>) all.at(pointer.substring(0, last));
        switch (holder) {
            case ObjectNode object when value.isNull() -> object.remove(name);
            case ObjectNode object -> object.set(name, value);
            case ArrayNode list when name.equals("-") -> list.add(value);
            case ArrayNode list when value.isNull() -> list.remove(Integer.parseInt(name));
            case ArrayNode list -> list.set(Integer.parseInt(name), value);
            default -> throw new IllegalArgumentException(pointer);
        }
    }

    private static LintCase of(ObjectNode all) {
        Terms terms = terms(all.get("terms"));
        JsonNode client = all.get("client");
        Map<String, ZoneId> sites = new TreeMap<>();
        client.get("sites")
                .forEach(site -> sites.put(
                        site.get("code").asText(),
                        ZoneId.of(site.get("timeZone").asText())));
        Parties written = terms.parties() == null ? Parties.NONE : terms.parties();
        JsonNode legal = client.get("legal");
        return new LintCase(
                document(all, terms, ID, "Managed IT services"),
                terms,
                TERMS.members(terms),
                new Parties(
                        written.msp(),
                        new Parties.Party(
                                        client.get("name").asText(),
                                        legal.get("name").asText(),
                                        legal.get("address").asText(),
                                        null,
                                        null,
                                        null)
                                .overriddenBy(written.client())),
                LocalDate.parse(all.get("today").asText()),
                client.get("currency").asText(),
                sites,
                client.get("approvers").valueStream().anyMatch(approver -> approver.path("active")
                        .asBoolean(true)),
                Set.of("fax-support"),
                overlaps(all.get("overlaps")),
                all.has("master") ? beside(all, terms) : null,
                all.has("boundUntil") ? LocalDate.parse(all.get("boundUntil").asText()) : null);
    }

    /** The demo's contract as an addendum to another one, beside one more addendum if there are rules of one. */
    private static OtherAgreements beside(ObjectNode all, Terms terms) {
        VersionTerm own = new VersionTerm(ID, 1, terms.effectiveFrom(), terms.effectiveTo(), MASTER);
        JsonNode to = all.at("/master/effectiveTo");
        VersionTerm master = new VersionTerm(
                MASTER,
                1,
                LocalDate.parse(all.at("/master/effectiveFrom").asText()),
                to.isMissingNode() ? null : LocalDate.parse(to.asText()));
        ObjectNode usual = all.deepCopy();
        usual.remove("master");
        List<AgreementDocument> addenda = new ArrayList<>();
        if (all.has("addendum")) {
            ObjectNode other = read("whitfield-crane/terms.json");
            other.set("scopeRules", all.get("addendum"));
            addenda.add(document(all, terms(other), OTHER, "Back-up"));
        }
        return new OtherAgreements(
                master.includes(own.effectiveFrom())
                        ? document(usual, terms(read("whitfield-crane/terms.json")), MASTER, "Managed services")
                        : null,
                new VersionsInForce<>(List.of(master), Function.identity()).termInForce(own),
                addenda);
    }

    private static Terms terms(JsonNode written) {
        return TERMS.read(written.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static AgreementDocument document(ObjectNode all, Terms terms, UUID id, String title) {
        ObjectNode document = Json.object(Map.of(
                "schema",
                AgreementDocument.SCHEMA,
                "agreementId",
                id.toString(),
                "title",
                title,
                "tenant",
                "0198c0de-0000-7000-8000-000000000001",
                "client",
                Map.of("id", "0198c0de-0000-7000-8000-000000000020", "code", "whitfield-crane", "name", "W & C"),
                "version",
                1));
        if (all.has("master")) {
            document.put("kind", "ADDENDUM").put("master", MASTER.toString());
        } else {
            document.set("coverage", Json.tree(Map.of("calendar", "never-open")));
        }
        ArrayNode sites = document.putArray("sites");
        all.at("/client/sites").forEach(site -> sites.addObject()
                .put("code", site.get("code").asText())
                .put("zone", site.get("timeZone").asText()));
        document.set("catalogue", all.get("catalogue"));
        document.setAll(Json.object(TERMS.members(terms)));
        document.withObjectProperty("calendars")
                .set("never-open", Json.tree(Map.of("zone", "UTC", "weekly", Map.of())));
        return AgreementDocument.of(document);
    }

    private static List<Overlap> overlaps(JsonNode all) {
        List<Overlap> overlaps = new ArrayList<>();
        all.forEach(overlap -> overlaps.add(new Overlap(
                overlap.get("title").asText(),
                new VersionTerm(
                        UUID.fromString(overlap.get("agreementId").asText()),
                        overlap.get("version").asInt(),
                        LocalDate.parse(overlap.get("effectiveFrom").asText()),
                        null),
                overlap.get("signed").asBoolean())));
        return overlaps;
    }
}
