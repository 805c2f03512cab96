package dev.remit.billing.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.remit.billing.extras.ExtraView;
import dev.remit.billing.extras.Publication.PublishedLine;
import dev.remit.kit.http.MoneyJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A batch as RFC 4180 writes it. Columns are only ever added, at the end. */
final class BatchCsv {
    /** What a spreadsheet takes for a formula: these signs, also in full width, behind blanks that it drops. */
    private static final Pattern FORMULA =
            Pattern.compile("(?s)(?U)[\\s\\p{Z}\\p{Cc}\\p{Cf}]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|[\\t\\r\\n].*");

    private static final List<Column> COLUMNS = List.of(
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
                            + line.extra().timeEntry().externalId()));

    private BatchCsv() {}

    private interface Cell {
        Object of(PublishedLine line, long batch);
    }

    /** @param guarded whether a text could be taken for a formula */
    private record Column(String name, Cell cell, boolean guarded) {
        String write(PublishedLine line, long batch) {
            String text = Objects.toString(cell.of(line, batch), "");
            return guarded && FORMULA.matcher(text).matches() ? "'" + text : text;
        }
    }

    private static Column text(String name, Function<PublishedLine, Object> cell) {
        return new Column(name, (line, batch) -> cell.apply(line), true);
    }

    private static Column number(String name, Cell cell) {
        return new Column(name, cell, false);
    }

    /** @param begins whether the header row goes before them */
    static byte[] write(long batch, List<PublishedLine> lines, boolean begins) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            if (begins) {
                csv.writeRecord(COLUMNS.stream().map(Column::name).toList());
            }
            for (PublishedLine line : lines) {
                csv.writeRecord(COLUMNS.stream()
                        .map(column -> column.write(line, batch))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
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
