package dev.remit.kit.tenantdata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.sql.Sql.Row;
import dev.remit.kit.tenantdata.TenantTable.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;

/** Writes the lines of one export, of which it holds one at a time. */
final class ExportLines {
    private static final String SCHEMA = "remit-tenant-export/1";
    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Map<String, Long> counts = new TreeMap<>();

    ExportLines(OutputStream out) {
        this.out = out;
    }

    /** What stands on one line. */
    @FunctionalInterface
    private interface Members {
        void write(JsonGenerator json) throws IOException, SQLException;
    }

    void first(String service, UUID tenant, Instant moment) throws IOException, SQLException {
        line(json -> {
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("service", service);
            json.writeStringField("tenantId", tenant.toString());
            json.writeStringField("moment", moment.toString());
        });
    }

    /** @param row as {@link TenantTable#selectAll} gives it */
    void record(TenantTable table, Row row) throws IOException, SQLException {
        counts.merge(table.kind(), 1L, Long::sum);
        List<Column> id = table.id();
        line(json -> {
            json.writeStringField("kind", table.kind());
            json.writeStringField("id", id(id, row));
            json.writeObjectFieldStart("data");
            int place = id.size();
            for (Column column : table.exported()) {
                if (!row.isNull(++place)) {
                    json.writeFieldName(column.member());
                    column.form().write(json, row, place);
                }
            }
            json.writeEndObject();
        });
    }

    private static String id(List<Column> columns, Row row) throws SQLException {
        StringJoiner id = new StringJoiner("/");
        for (int place = 1; place <= columns.size(); place++) {
            id.add(
                    columns.get(place - 1).form() == ValueForm.ID
                            ? row.uuid(place).toString()
                            : row.text(place));
        }
        return id.toString();
    }

    /** Without it an export is not whole. */
    void last() throws IOException, SQLException {
        String hash = HexFormat.of().formatHex(digest.digest());
        line(json -> {
            json.writeNumberField(
                    "records",
                    counts.values().stream().mapToLong(Long::longValue).sum());
            json.writeObjectFieldStart("counts");
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeEndObject();
            json.writeStringField("sha256", hash);
        });
    }

    private void line(Members members) throws IOException, SQLException {
        line.reset();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        }
        line.write('\n');
        digest.update(line.toByteArray());
        line.writeTo(out);
    }
}
