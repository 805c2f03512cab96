package dev.remit.billing.exports;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ExportBatch", description = "A numbered set of lines that never changes")
public record BatchView(
        @Schema(description = "Counted without gaps") long number,

        @MayBeAbsent @Schema(description = "Only this client's lines; everybody's if absent")
        String clientCode,

        int lines,

        @Schema(description = "What the lines bill before tax, one sum a currency")
        List<MoneyJson> totals,

        @Schema(description = "SHA-256 of the file") String csvHash,
        Instant createdAt,
        String createdBy,

        @MayBeAbsent @Schema(description = "Absent until finance has it")
        BatchReceipt acknowledgement) {

    @Schema(description = "Finance's word that it has the batch")
    public record BatchReceipt(String reference, Instant acknowledgedAt, String acknowledgedBy) {}

    static BatchView of(ExportBatch batch, String clientCode, BatchAcknowledgement acknowledgement) {
        return new BatchView(
                batch.number(),
                clientCode,
                batch.lineCount(),
                batch.totals(),
                batch.csvHash(),
                batch.createdAt(),
                batch.createdBy(),
                acknowledgement == null ? null : acknowledgement.receipt());
    }
}
