package dev.remit.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests cost. */
class CostClassTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/tickets/v1/tickets, READS",
        "HEAD, /api/tickets/v1/tickets/7, READS",
        "OPTIONS, /api/tickets/v1/sla/simulations, READS",
        "PUT, /api/contracts/v1/agreements/7/files/abc, WRITES",
        "POST, /api/billing/v1/quotes/7/send, WRITES",
        "DELETE, /api/contracts/v1/agreements/7/versions/1, WRITES",
        "POST, /api/tickets/v1/sla/simulations, SIMULATIONS",
        "POST, /api/billing/v1/ratings/simulations, SIMULATIONS",
        "POST, /api/contracts/v1/scope-checks, SIMULATIONS",
        "GET, /api/billing/v1/export-batches/1/lines.csv, EXPORTS",
        "GET, /api/contracts/v1/agreements/7/files/abc, EXPORTS",
        "GET, /api/tickets/v1/feed, EXPORTS"
    })
    void isToldByWhatTheyDo(String method, String path, CostClass cost) {
        assertEquals(cost, CostClass.of(HttpMethod.valueOf(method), segments(path)));
    }

    @Test
    void itsNamesAreThoseOfThePublishedDocument() throws IOException {
        Set<String> reads = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        try (var in = CostClassTest.class.getResourceAsStream("/remit.yaml")) {
            new YAMLMapper().readTree(in).path("paths").properties().forEach(path -> path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> (method.toUpperCase(Locale.ROOT).equals("GET") ? reads : others)
                            .add(segments(path.getKey()).getLast())));
        }
        assertEquals(Set.of(), without(CostClass.LONG_READS, reads));
        assertEquals(Set.of(), without(CostClass.COMPUTED, others));
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/"));
    }

    private static Set<String> without(Set<String> names, Set<String> known) {
        Set<String> left = new TreeSet<>(names);
        left.removeAll(known);
        return left;
    }
}
