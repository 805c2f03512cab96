package dev.remit.engines.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** The plain types of documents: nothing is converted, trimmed or guessed, and each says what it must be. */
final class StrictTypes extends SimpleModule {

    /** The attribute of a reader for which every text and key names something. */
    static final String NAMES = "names";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_NAME = 200;
    private static final String NO_DECIMAL = "must be a decimal number written as text, such as \"1.5\"";

    StrictTypes() {
        text(String.class, text -> text, "");
        text(LocalDate.class, LocalDate::parse, "must be a date such as \"2026-06-20\"");
        text(Instant.class, Instant::parse, "must be an instant such as \"2026-06-20T13:00:00Z\"");
        text(LocalDateTime.class, LocalDateTime::parse, "must be a local date and time such as \"2026-06-20T08:00\"");
        text(ZoneId.class, StrictTypes::zone, "must be an IANA time zone");
        text(UUID.class, StrictTypes::uuid, "must be a UUID");
        text(MinorUnits.class, MinorUnits::of, "must be the ISO 4217 code of a currency");
        text(Fraction.class, StrictTypes::decimal, NO_DECIMAL);
        addSerializer(LocalDate.class, ToStringSerializer.instance);
        addSerializer(LocalDateTime.class, ToStringSerializer.instance);
        addSerializer(ZoneId.class, ToStringSerializer.instance);
        addSerializer(Instant.class, ToStringSerializer.instance);
        addSerializer(Fraction.class, ToStringSerializer.instance);
        addDeserializer(Long.class, new Whole<>(Long.class, false, n -> n));
        addDeserializer(long.class, new Whole<>(Long.class, true, n -> n));
        addDeserializer(Integer.class, new Whole<>(Integer.class, false, Whole::small));
        addDeserializer(int.class, new Whole<>(Integer.class, true, Whole::small));
        addDeserializer(Boolean.class, new Flag(null));
        addDeserializer(boolean.class, new Flag(false));
        addKeyDeserializer(String.class, new Name());
        setDeserializerModifier(new Enums());
    }

    private <T> void text(Class<T> type, Function<String, T> reader, String otherwise) {
        addDeserializer(type, new Text<>(type, reader, otherwise));
    }

    /** Plain offsets know no summer time, so they are refused as in calendars. */
    private static ZoneId zone(String text) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return ZoneId.of(text);
    }

    private static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(text);
        }
        return UUID.fromString(text);
    }

    private static Fraction decimal(String text) {
        Fraction number = Fraction.parse(text);
        if (number.signum() < 0) {
            throw new InvalidInput("", "must not be negative");
        }
        return number;
    }

    private static JsonMappingException fault(DeserializationContext context, InvalidInput fault) {
        return JsonMappingException.from(context.getParser(), fault.getMessage(), fault);
    }

    private static JsonMappingException fault(DeserializationContext context, String problem) {
        return fault(context, new InvalidInput("", problem));
    }

    private static boolean isNoName(String text) {
        return text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl);
    }

    /** A value that is written as text. */
    private static final class Text<T> extends StdScalarDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reader;
        private final String otherwise;

        Text(Class<T> type, Function<String, T> reader, String otherwise) {
            super(type);
            this.reader = reader;
            this.otherwise = otherwise;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING) || parser.getText().isBlank()) {
                throw fault(context, "must be text that is not blank");
            }
            String text = parser.getText();
            if (context.getAttribute(NAMES) != null && isNoName(text)) {
                throw fault(
                        context,
                        "must be at most " + LONGEST_NAME + " characters and none of them a control character");
            }
            try {
                return reader.apply(text);
            } catch (InvalidInput e) {
                throw fault(context, e);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw fault(context, otherwise);
            }
        }
    }

    /** A whole number; one that is no object must be there. */
    private static final class Whole<T> extends StdScalarDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final boolean required;
        private final transient Function<Long, T> reader;

        Whole(Class<T> type, boolean required, Function<Long, T> reader) {
            super(type);
            this.required = required;
            this.reader = reader;
        }

        static Integer small(long number) {
            if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
                throw new InvalidInput("", "must be from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
            }
            return (int) number;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                    || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw fault(context, "must be a whole number");
            }
            try {
                return reader.apply(parser.getLongValue());
            } catch (InvalidInput e) {
                throw fault(context, e);
            }
        }

        @Override
        public T getNullValue(DeserializationContext context) throws JsonMappingException {
            if (required) {
                throw fault(context, "is missing");
            }
            return null;
        }
    }

    /** True or false. */
    private static final class Flag extends StdScalarDeserializer<Boolean> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final Boolean absent;

        Flag(Boolean absent) {
            super(Boolean.class);
            this.absent = absent;
        }

        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isBoolean()) {
                throw fault(context, "must be true or false");
            }
            return parser.getBooleanValue();
        }

        @Override
        public Boolean getNullValue(DeserializationContext context) {
            return absent;
        }
    }

    /** A key of an object whose members name things. */
    private static final class Name extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            if (context.getAttribute(NAMES) != null && isNoName(key)) {
                throw fault(
                        context,
                        "must have members whose names are at most " + LONGEST_NAME
                                + " characters and none of them a control character");
            }
            return key;
        }
    }

    /** The names of constants, as values and as keys. */
    private static final class Enums extends BeanDeserializerModifier {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> usual) {
            Class<?> names = type.getRawClass();
            return new Text<>(
                    Object.class,
                    text -> constant(names, text),
                    "must be one of " + Arrays.toString(names.getEnumConstants()));
        }

        @Override
        public KeyDeserializer modifyKeyDeserializer(
                DeserializationConfig config, JavaType type, KeyDeserializer usual) {
            Class<?> names = type.getRawClass();
            if (!names.isEnum()) {
                return usual;
            }
            String noun = names.getSimpleName().replace("Kind", "").toLowerCase(Locale.ROOT);
            return new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                    try {
                        return constant(names, key);
                    } catch (IllegalArgumentException e) {
                        throw fault(context, new InvalidInput(key, "is no " + noun));
                    }
                }
            };
        }

        private static Object constant(Class<?> names, String text) {
            return Arrays.stream(names.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
    }
}
