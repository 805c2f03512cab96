package dev.remit.billing.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ExportBatch", description = "A numbered set of lines that never changes")
public record BatchView(
        @Schema(description = "Counted without gaps") long number,

        @Schema(description = "Only this client's lines; everybody's if absent")
        String clientCode,

        int lines,

        @Schema(description = "What the lines bill before tax, one sum a currency")
        List<MoneyJson> totals,

        @Schema(description = "SHA-256 of the file") String csvHash,
        Instant createdAt,
        String createdBy,
        @Schema(description = "Absent until finance has it") BatchReceipt acknowledgement) {

    @Schema(description = "Finance's word that it has the batch")
    public record BatchReceipt(String reference, Instant acknowledgedAt, String acknowledgedBy) {}

    static BatchView of(ExportBatch batch, String clientCode, BatchAcknowledgement acknowledgement) {
        return new BatchView(
                batch.number,
                clientCode,
                batch.lineCount,
                totals(batch),
                batch.csvHash,
                batch.createdAt,
                batch.createdBy,
                acknowledgement == null
                        ? null
                        : new BatchReceipt(
                                acknowledgement.reference,
                                acknowledgement.acknowledgedAt,
                                acknowledgement.acknowledgedBy));
    }

    static List<MoneyJson> totals(ExportBatch batch) {
        Map<?, ?> sums = (Map<?, ?>) CanonicalJson.parse(batch.totals.getBytes(UTF_8));
        return sums.entrySet().stream()
                .map(sum -> new MoneyJson((String) sum.getValue(), (String) sum.getKey()))
                .toList();
    }
}
