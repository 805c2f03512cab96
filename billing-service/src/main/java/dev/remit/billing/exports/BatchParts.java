package dev.remit.billing.exports;

import dev.remit.billing.extras.Publication.BatchFile;
import dev.remit.billing.extras.Publication.PublishedLine;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.money.Sums;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Admission;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The files of batches, in parts of some hundred lines, so that no file is in memory as a whole. Put together they are it. */
@ApplicationScoped
class BatchParts {
    private final Sql sql;
    private final Tenancy tenancy;
    private final Admission admission;

    BatchParts(Sql sql, Tenancy tenancy, Admission admission) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.admission = admission;
    }

    /** Writes the file of a batch in the running transaction. */
    Writer writer(UUID batchId) {
        return new Writer(batchId);
    }

    /**
     * Sends the file of a batch of the current tenant.
     *
     * @param out is left open
     */
    void send(UUID batchId, OutputStream out) throws IOException {
        UUID tenant = tenancy.current();
        Admission.Pass caller = admission.present();
        Optional<byte[]> part = part(caller, tenant, batchId, 1);
        for (int number = 2; part.isPresent(); number++) {
            out.write(part.get());
            part = part(caller, tenant, batchId, number);
        }
    }

    /** Looks each time, so that a download of whoever is let in no longer breaks off. */
    private Optional<byte[]> part(Admission.Pass caller, UUID tenant, UUID batchId, int number) {
        caller.require();
        return sql.first(
                "SELECT csv FROM export_batch_part WHERE tenant_id = ? AND batch_id = ? AND number = ?",
                row -> row.bytes(1),
                tenant,
                batchId,
                number);
    }

    private void keep(UUID batchId, int number, byte[] csv) {
        sql.update(
                "INSERT INTO export_batch_part (tenant_id, batch_id, number, csv) VALUES (?, ?, ?, ?)",
                tenancy.current(),
                batchId,
                number,
                csv);
    }

    /** Takes a batch's lines, and counts and sums them. */
    final class Writer implements BatchFile {
        private final UUID batchId;
        private final MessageDigest digest = Sha256.digest();
        private Sums sums = Sums.NONE;
        private int parts;
        private int lines;

        private Writer(UUID batchId) {
            this.batchId = batchId;
        }

        @Override
        public void add(long batch, List<PublishedLine> more) {
            byte[] csv = BatchCsv.write(batch, more, parts == 0);
            digest.update(csv);
            keep(batchId, ++parts, csv);
            lines += more.size();
            sums = sums.plus(
                    Sums.of(more.stream().map(line -> line.extra().billed().money())));
        }

        int lines() {
            return lines;
        }

        /** The SHA-256 of the whole file, in hexadecimal; to be asked for once, at the end. */
        String hash() {
            return HexFormat.of().formatHex(digest.digest());
        }

        /** What the lines bill, as decimal text by currency. */
        TreeMap<String, String> totals() {
            TreeMap<String, String> totals = new TreeMap<>();
            sums.all().forEach(sum -> totals.put(sum.currency().code(), sum.amount()));
            return totals;
        }
    }
}
