package dev.remit.billing.exports;

import dev.remit.billing.extras.ExtraView;
import dev.remit.billing.extras.Publication.PublishedLine;
import dev.remit.kit.csv.CsvTable;
import dev.remit.kit.csv.CsvTable.Column;
import dev.remit.kit.http.MoneyJson;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A batch as a file. Columns are only ever added, at the end. */
final class BatchCsv {
    private static final CsvTable<Row> TABLE = new CsvTable<>(List.of(
            number("batch", (line, batch) -> batch),
            number("position", (line, batch) -> line.extra().position()),
            text("extraId", line -> line.extra().id()),
            text("origin", line -> line.extra().origin()),
            text("refersTo", line -> line.extra().refersTo()),
            text("clientCode", line -> line.extra().clientCode()),
            text("clientName", PublishedLine::clientName),
            text("ticket", line -> ticket(line.extra())),
            text("workDate", line -> line.extra().workDate()),
            text("late", line -> line.extra().late()),
            text("kind", line -> line.extra().kind()),
            text("workType", line -> line.extra().workType()),
            text("role", line -> line.extra().role()),
            text("band", line -> line.extra().band()),
            number("minutes", (line, batch) -> line.extra().minutes()),
            text("technicianId", line -> line.extra().technician().id()),
            text("technicianName", line -> line.extra().technician().name()),
            text("siteCode", line -> line.extra().siteCode()),
            text("arithmetic", line -> line.extra().arithmetic()),
            text("currency", line -> line.extra().amount().currency()),
            number("amount", (line, batch) -> amount(line.extra().amount())),
            number("billed", (line, batch) -> amount(line.extra().billed())),
            number("overCap", (line, batch) -> amount(line.extra().overCap())),
            text("item", line -> line.extra().ruling().item()),
            text("clause", line -> clause(line.extra())),
            text("rateClause", line -> line.extra().pricedBy().rateClause()),
            text("agreementId", line -> line.extra().pricedBy().agreementId()),
            number("agreementVersion", (line, batch) -> line.extra().pricedBy().version()),
            text("documentHash", line -> line.extra().pricedBy().documentHash()),
            text(
                    "quoteId",
                    line -> line.extra().approval() == null
                            ? null
                            : line.extra().approval().quoteId()),
            text(
                    "approvedBy",
                    line -> line.extra().approval() == null
                            ? null
                            : line.extra().approval().by()),
            text(
                    "approvedAt",
                    line -> line.extra().approval() == null
                            ? null
                            : line.extra().approval().at()),
            text("timeEntryId", line -> line.extra().timeEntry().id()),
            text(
                    "timeEntrySource",
                    line -> line.extra().timeEntry().connection() + "/"
                            + line.extra().timeEntry().externalId())));

    private BatchCsv() {}

    private record Row(PublishedLine line, long batch) {}

    private static Column<Row> text(String name, Function<PublishedLine, Object> cell) {
        return Column.text(name, row -> cell.apply(row.line()));
    }

    private static Column<Row> number(String name, BiFunction<PublishedLine, Long, Object> cell) {
        return Column.number(name, row -> cell.apply(row.line(), row.batch()));
    }

    /** @param begins whether the header row goes before them */
    static byte[] write(long batch, List<PublishedLine> lines, boolean begins) {
        return TABLE.write(lines.stream().map(line -> new Row(line, batch)).toList(), begins);
    }

    private static String ticket(ExtraView extra) {
        return extra.ticket() == null
                ? null
                : extra.ticket().connection() + "/" + extra.ticket().externalId();
    }

    private static String clause(ExtraView extra) {
        return extra.ruling().clause() == null ? null : extra.ruling().clause().id();
    }

    private static String amount(MoneyJson money) {
        return money.amount();
    }
}
