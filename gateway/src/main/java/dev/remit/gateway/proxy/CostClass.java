package dev.remit.gateway.proxy;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a request costs us, by its kind: each has a budget of its own. */
enum CostClass {
    READS,
    WRITES,
    SIMULATIONS,
    EXPORTS;

    /** The last segments of reads that take long: files and whole histories. */
    static final Set<String> LONG_READS = Set.of(
            "access-records",
            "audit",
            "changes",
            "document",
            "evidence",
            "export",
            "feed",
            "lines.csv",
            "reading-copy",
            "timeline",
            "verification");

    /** The last segments of requests that compute and keep nothing. */
    static final Set<String> COMPUTED = Set.of("estimates", "examples", "scope-checks", "simulations");

    static CostClass of(HttpMethod method, List<String> segments) {
        String last = segments.getLast();
        boolean reads =
                method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS);
        if (reads) {
            boolean file =
                    segments.size() > 1 && segments.get(segments.size() - 2).equals("files");
            return file || LONG_READS.contains(last) ? EXPORTS : READS;
        }
        return COMPUTED.contains(last) ? SIMULATIONS : WRITES;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
