package dev.remit.contracts.agreements;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Has whoever fetches a file save it, and under which name (RFC 6266). */
final class ContentDisposition {
    private ContentDisposition() {}

    /** @param name without control characters, quotation marks and slashes */
    static String attachment(String name) {
        String ascii = name.replaceAll("[^ -~]", "_");
        String exact = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + exact;
    }
}
