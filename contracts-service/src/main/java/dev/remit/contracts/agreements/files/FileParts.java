package dev.remit.contracts.agreements.files;

import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Admission;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The bytes of files, a quarter of a mebibyte a row, so that no file is in memory as a whole. Put together they are it. */
@ApplicationScoped
class FileParts {
    private static final int PART = 256 * 1024;

    private final Sql sql;
    private final Tenancy tenancy;
    private final Admission admission;

    FileParts(Sql sql, Tenancy tenancy, Admission admission) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.admission = admission;
    }

    /** What was kept of a file. */
    record Kept(String sha256, long size) {}

    /**
     * Keeps a file in the running transaction.
     *
     * @param first what was read of it already; fewer than a part
     * @param rest is left open
     */
    Kept keep(UUID fileId, byte[] first, InputStream rest) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        int number = 0;
        byte[] part = first;
        while (part.length > 0) {
            digest.update(part);
            size += part.length;
            insert(fileId, ++number, part);
            part = rest.readNBytes(PART);
        }
        return new Kept(HexFormat.of().formatHex(digest.digest()), size);
    }

    private void insert(UUID fileId, int number, byte[] bytes) {
        sql.update(
                "INSERT INTO agreement_file_part (tenant_id, file_id, number, bytes) VALUES (?, ?, ?, ?)",
                tenancy.current(),
                fileId,
                number,
                bytes);
    }

    /** The bytes of a file of the current tenant, a part at a time as they are read; needs no transaction. */
    InputStream open(UUID fileId) {
        UUID tenant = tenancy.current();
        Admission.Pass caller = admission.present();
        Iterator<InputStream> parts = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> part(caller, tenant, fileId, number))
                .takeWhile(Optional::isPresent)
                .<InputStream>map(part -> new ByteArrayInputStream(part.get()))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        });
    }

    /** Looks each time, so that a download of whoever is let in no longer breaks off. */
    private Optional<byte[]> part(Admission.Pass caller, UUID tenant, UUID fileId, int number) {
        caller.require();
        return sql.first(
                "SELECT bytes FROM agreement_file_part WHERE tenant_id = ? AND file_id = ? AND number = ?",
                row -> row.bytes(1),
                tenant,
                fileId,
                number);
    }
}
