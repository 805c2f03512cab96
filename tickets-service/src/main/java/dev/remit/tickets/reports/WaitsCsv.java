package dev.remit.tickets.reports;

import dev.remit.engines.sla.Owner;
import dev.remit.kit.csv.CsvTable;
import dev.remit.kit.csv.CsvTable.Column;
import dev.remit.tickets.reports.WaitsView.ClientTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose the time was as a file: a row for each client and owner, of waits for decisions one for each approver. Columns are only
 * ever added, at the end.
 */
final class WaitsCsv {
    private static final CsvTable<Row> TABLE = new CsvTable<>(List.of(
            Column.text("period", Row::period),
            Column.text("clientCode", Row::clientCode),
            Column.text("owner", Row::owner),
            Column.text("approver", Row::approver),
            Column.number("seconds", Row::seconds),
            Column.number("realSeconds", Row::realSeconds),
            Column.number("tickets", Row::tickets),
            Column.number("waits", Row::waits)));

    private WaitsCsv() {}

    private record Row(
            String period,
            String clientCode,
            Owner owner,
            String approver,
            long seconds,
            Long realSeconds,
            Long tickets,
            Long waits) {}

    static byte[] write(WaitsView report) {
        return TABLE.write(
                report.clients().stream()
                        .flatMap(client -> rows(report, client))
                        .toList(),
                true);
    }

    private static Stream<Row> rows(WaitsView report, ClientTime client) {
        return client.total().owners().stream()
                .flatMap(of -> of.owner() == Owner.APPROVAL
                        ? client.approvers().stream()
                                .map(one -> new Row(
                                        report.period(),
                                        client.clientCode(),
                                        of.owner(),
                                        one.approver(),
                                        one.seconds(),
                                        one.realSeconds(),
                                        one.tickets(),
                                        one.waits()))
                        : Stream.of(new Row(
                                report.period(),
                                client.clientCode(),
                                of.owner(),
                                null,
                                of.seconds(),
                                of.realSeconds(),
                                of.tickets(),
                                of.waits())));
    }
}
