package dev.remit.billing.exports;

import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The event that lines were put into a batch, whose file finance can fetch.
 *
 * @param batch its number, by which it is fetched
 * @param clientId whose lines they are; null, as is the code, where they are everybody's
 * @param csvHash SHA-256 of the file
 */
record BatchCreated(
        UUID batchId,
        long batch,
        UUID clientId,
        String clientCode,
        int lines,
        List<MoneyJson> totals,
        String csvHash,
        Instant createdAt,
        String createdBy) {

    static BatchCreated of(ExportBatch batch, BatchView view) {
        return new BatchCreated(
                batch.id(),
                batch.number(),
                batch.clientId().orElse(null),
                view.clientCode(),
                view.lines(),
                view.totals(),
                view.csvHash(),
                view.createdAt(),
                view.createdBy());
    }
}
