package dev.remit.tickets.reports;

import dev.remit.kit.csv.CsvTable;
import dev.remit.kit.csv.CsvTable.Column;
import dev.remit.tickets.reports.DurationsView.Band;
import dev.remit.tickets.reports.DurationsView.ClientDurations;
import dev.remit.tickets.reports.DurationsView.ClockDurations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How long it took as a file, a row for each client, priority and clock. Columns are only ever added, at the end. */
final class DurationsCsv {
    private static final CsvTable<Row> TABLE = new CsvTable<>(List.of(
            Column.text("period", Row::period),
            Column.text("clientCode", Row::clientCode),
            Column.text("priority", row -> row.of().priority()),
            Column.text("clock", row -> row.of().clock()),
            Column.number("number", row -> row.of().number()),
            Column.number("medianSeconds", row -> row.of().medianSeconds()),
            Column.number("percentile80Seconds", row -> row.of().percentile80Seconds()),
            Column.number("percentile95Seconds", row -> row.of().percentile95Seconds()),
            Column.text(
                    "bands",
                    row -> row.of().bands().stream().map(DurationsCsv::band).collect(Collectors.joining("; ")))));

    private DurationsCsv() {}

    private record Row(String period, String clientCode, ClockDurations of) {}

    private static String band(Band band) {
        return (band.upToSeconds() == null ? "above" : "up to " + band.upToSeconds()) + " " + band.number();
    }

    static byte[] write(DurationsView report) {
        List<Row> rows = new ArrayList<>();
        for (ClientDurations client : report.clients()) {
            client.clocks().forEach(clock -> rows.add(new Row(report.period(), client.clientCode(), clock)));
        }
        return TABLE.write(rows, true);
    }
}
