package dev.remit.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.remit.kit.ids.Ids;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Reads ids, instants, dates and times from their one written form; Jackson alone would also take numbers and arrays. */
final class StrictScalars extends SimpleModule {
    private static final long serialVersionUID = 1L;
    /** What a DATETIME column can hold. */
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    StrictScalars() {
        super("remit-strict-scalars");
        add(UUID.class, text -> Ids.parse(text).orElseThrow(IllegalArgumentException::new));
        add(Instant.class, StrictScalars::instant);
        add(LocalDate.class, StrictScalars::date);
        add(LocalTime.class, LocalTime::parse);
    }

    private interface Reading<T> {
        T of(String text);
    }

    private <T> void add(Class<T> type, Reading<T> reading) {
        addDeserializer(type, new FromText<>(type, reading));
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        if (instant.isBefore(EARLIEST) || !instant.isBefore(END)) {
            throw new IllegalArgumentException("out of range");
        }
        return instant;
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            throw new IllegalArgumentException("out of range");
        }
        return date;
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Reading<T> reading;

        FromText(Class<T> type, Reading<T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return reading.of(parser.getText());
            } catch (DateTimeException | IllegalArgumentException e) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "not in its written form");
            }
        }
    }
}
