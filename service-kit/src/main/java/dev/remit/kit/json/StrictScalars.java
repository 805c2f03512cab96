package dev.remit.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.remit.kit.ids.Ids;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;

/**
 * Reads ids, instants, dates and times from their one written form; Jackson alone would also take numbers and arrays. Texts
 * are taken as they are, unless they hold what no file or screen could show again: a control character or half a character.
 */
final class StrictScalars extends SimpleModule {
    private static final long serialVersionUID = 1L;

    StrictScalars() {
        super("remit-strict-scalars");
        add(UUID.class, text -> Ids.parse(text).orElseThrow(IllegalArgumentException::new));
        add(Instant.class, TimeForms::instant);
        add(LocalDate.class, TimeForms::date);
        add(LocalTime.class, LocalTime::parse);
        add(String.class, StrictScalars::text);
        addKeyDeserializer(String.class, new Key());
        setDeserializerModifier(new ExactEnums());
    }

    private interface Reading<T> {
        T of(String text);
    }

    private <T> void add(Class<T> type, Reading<T> reading) {
        addDeserializer(type, new FromText<>(type, reading));
    }

    private static String text(String text) {
        if (!text.codePoints().allMatch(StrictScalars::canBeShown)) {
            throw new IllegalArgumentException("control character or lone surrogate");
        }
        return text;
    }

    private static boolean canBeShown(int character) {
        boolean isControl = character < ' ' ? "\t\n\r".indexOf(character) < 0 : character == 0x7f;
        return !isControl && Character.getType(character) != Character.SURROGATE;
    }

    /** Jackson alone would trim the name of a constant, control characters and all. */
    private static final class ExactEnums extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription about, JsonDeserializer<?> standard) {
            return exact(type.getRawClass());
        }

        private static <T> FromText<T> exact(Class<T> type) {
            return new FromText<>(type, text -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new));
        }
    }

    /** Keys of maps are texts as well. */
    private static final class Key extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return text(key);
            } catch (IllegalArgumentException e) {
                return context.handleWeirdKey(String.class, key, "not a text");
            }
        }
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
