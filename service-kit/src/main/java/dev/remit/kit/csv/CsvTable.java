package dev.remit.kit.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A table as RFC 4180 writes it, in UTF-8. A text that a spreadsheet would take for a formula begins with an apostrophe.
 *
 * @param columns in their order; later ones are only ever added at the end
 * @param <R> what a row is made of
 */
public record CsvTable<R>(List<Column<R>> columns) {
    /** The media type of such a file. */
    public static final String TYPE = "text/csv;charset=UTF-8";

    /** What a spreadsheet takes for a formula: these signs, also in full width, behind blanks that it drops. */
    private static final Pattern FORMULA =
            Pattern.compile("(?s)(?U)[\\s\\p{Z}\\p{Cc}\\p{Cf}]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|[\\t\\r\\n].*");

    public CsvTable {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param cell what a row has there; null for an empty cell
     * @param guarded whether a text could be taken for a formula
     */
    public record Column<R>(String name, Function<R, Object> cell, boolean guarded) {
        /** One of texts, which people may have written. */
        public static <R> Column<R> text(String name, Function<R, Object> cell) {
            return new Column<>(name, cell, true);
        }

        /** One of numbers, which may be below 0. */
        public static <R> Column<R> number(String name, Function<R, Object> cell) {
            return new Column<>(name, cell, false);
        }

        private String write(R row) {
            String text = Objects.toString(cell.apply(row), "");
            return guarded && FORMULA.matcher(text).matches() ? "'" + text : text;
        }
    }

    /** @param begins whether the header row goes before them */
    public byte[] write(List<R> rows, boolean begins) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            if (begins) {
                csv.writeRecord(columns.stream().map(Column::name).toList());
            }
            for (R row : rows) {
                csv.writeRecord(
                        columns.stream().map(column -> column.write(row)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }
}
