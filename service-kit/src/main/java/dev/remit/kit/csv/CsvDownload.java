package dev.remit.kit.csv;

import dev.remit.engines.evidence.Sha256;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The answer that is a table as a file. */
public final class CsvDownload {
    private CsvDownload() {}

    /** @param name of the file, without its ending */
    public static RestResponse<byte[]> of(String name, byte[] file) {
        return ResponseBuilder.ok(file, CsvTable.TYPE)
                .tag(Sha256.hex(file))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
