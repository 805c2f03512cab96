package dev.remit.engines.catalogue;

import static dev.remit.engines.InvalidInput.required;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.json.Json;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One version of an MSP's service catalogue, as the document {@code remit-catalogue/1} says it. Immutable and safe to
 * share. The same items in another order are the same bytes and have the same hash.
 */
public final class ServiceCatalogue {

    /** The name and version of the schema, as it stands in every document. */
    public static final String SCHEMA = "remit-catalogue/1";

    private final byte[] bytes;
    private final String hash;
    private final Categoriser categoriser;

    private record Document(String schema, List<RecognisableItem> items) {

        Document {
            if (!SCHEMA.equals(required(schema, "schema"))) {
                throw new InvalidInput("schema", "must be \"" + SCHEMA + "\"");
            }
            items = required(items, "items").stream()
                    .sorted(Comparator.comparing(RecognisableItem::code))
                    .toList();
            Set<String> codes = new HashSet<>();
            for (int i = 0; i < items.size(); i++) {
                if (!codes.add(items.get(i).code())) {
                    throw new InvalidInput("items[" + i + "].code", "stands twice");
                }
            }
        }
    }

    private ServiceCatalogue(Document document) {
        bytes = CanonicalJson.bytes(Json.tree(document));
        hash = Sha256.hex(bytes);
        categoriser = new Categoriser(document.items());
    }

    /**
     * @param items in any order
     * @throws InvalidInput if a code stands twice
     */
    public static ServiceCatalogue of(List<RecognisableItem> items) {
        return new ServiceCatalogue(new Document(SCHEMA, items));
    }

    /**
     * Reads a document. Members that this version does not know are left alone.
     *
     * @throws InvalidInput naming the place, as {@code items[2].code}
     */
    public static ServiceCatalogue parse(byte[] document) {
        return new ServiceCatalogue(Json.read(Json.parse(document), Document.class));
    }

    /** The canonical bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The SHA-256 of the bytes, 64 lower-case hex digits. */
    public String hash() {
        return hash;
    }

    /** Finds the item of a piece of work; in equal cases between items the catalogue's order, by code, is told. */
    public Categorisation categorise(WorkDescription work) {
        return categoriser.categorise(work);
    }

    /** Whether an item has the code. */
    public boolean has(String code) {
        return categoriser.has(code);
    }

    /**
     * Whether work bears a PSA's code that somebody should map: its codes fit no item below the level of a type, and one
     * of them stands in no item of the catalogue. Words of its title do not count.
     */
    public boolean isUnmapped(WorkDescription work) {
        return categoriser.isUnmapped(work);
    }
}
