package dev.remit.tickets.compliance;

import dev.remit.kit.csv.CsvTable;
import dev.remit.kit.csv.CsvTable.Column;
import dev.remit.tickets.compliance.ComplianceView.ClockCompliance;
import java.util.List;
import java.util.stream.Collectors;

/** The figures of a period as a file, a row for each client, priority and clock. Columns are only ever added, at the end. */
final class ComplianceCsv {
    private static final CsvTable<Row> TABLE = new CsvTable<>(List.of(
            Column.text("period", row -> row.period()),
            Column.text("clientCode", row -> row.clientCode()),
            Column.text("priority", row -> row.of().priority()),
            Column.text("clock", row -> row.of().clock()),
            Column.number("met", row -> row.figures().met()),
            Column.number("breached", row -> row.figures().breached()),
            Column.number("counted", row -> row.figures().counted()),
            Column.number("percent", row -> row.figures().percent()),
            Column.number("percentWithExcuses", row -> row.figures().percentWithExcuses()),
            Column.text("excused", row -> row.figures().excused().stream()
                    .map(one -> one.reason() + " " + one.number())
                    .collect(Collectors.joining("; "))),
            Column.text("leftOut", row -> row.figures().leftOut().stream()
                    .map(one -> one.reason() + " " + one.number())
                    .collect(Collectors.joining("; "))),
            Column.number("percentFrom", row -> row.range().percentFrom()),
            Column.number("percentTo", row -> row.range().percentTo())));

    private ComplianceCsv() {}

    private record Row(String period, String clientCode, ClockCompliance of) {
        FiguresView figures() {
            return of.figures();
        }

        /** The shares themselves where nothing is contested. */
        FiguresView.Range range() {
            FiguresView.Range contested = figures().contested();
            return contested == null
                    ? new FiguresView.Range(figures().percent(), figures().percent(), null, null)
                    : contested;
        }
    }

    static byte[] write(ComplianceView report) {
        return TABLE.write(
                report.clients().stream()
                        .flatMap(client -> client.clocks().stream()
                                .map(clock -> new Row(report.period(), client.clientCode(), clock)))
                        .toList(),
                true);
    }
}
