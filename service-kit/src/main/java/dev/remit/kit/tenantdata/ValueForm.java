package dev.remit.kit.tenantdata;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.remit.kit.sql.Sql.Row;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/** How a column's values stand in an export. */
enum ValueForm {
    /** A UUID, as everywhere in the API. */
    ID {
        @Override
        void write(JsonGenerator json, Row row, int column) throws SQLException, IOException {
            json.writeString(row.uuid(column).toString());
        }
    },
    /** A hash, in hex. */
    HASH {
        @Override
        void write(JsonGenerator json, Row row, int column) throws SQLException, IOException {
            json.writeString(HexFormat.of().formatHex(row.bytes(column)));
        }
    },
    INSTANT {
        @Override
        void write(JsonGenerator json, Row row, int column) throws SQLException, IOException {
            json.writeString(row.instant(column).toString());
        }
    },
    FLAG {
        @Override
        void write(JsonGenerator json, Row row, int column) throws SQLException, IOException {
            json.writeBoolean(row.number(column) != 0);
        }
    },
    NUMBER {
        @Override
        void write(JsonGenerator json, Row row, int column) throws SQLException, IOException {
            json.writeNumber(row.number(column));
        }
    },
    /** A text, and a date, which has the same form in the database. */
    TEXT {
        @Override
        void write(JsonGenerator json, Row row, int column) throws SQLException, IOException {
            json.writeString(row.text(column));
        }
    },
    JSON {
        @Override
        void write(JsonGenerator json, Row row, int column) throws SQLException, IOException {
            json.writeRawValue(row.text(column));
        }
    },
    /** Text where they are UTF-8, so that whoever has a hash of them can compute it again; else {@code {"base64":…}}. */
    BYTES {
        @Override
        void write(JsonGenerator json, Row row, int column) throws SQLException, IOException {
            byte[] bytes = row.bytes(column);
            Optional<String> text = text(bytes);
            if (text.isPresent()) {
                json.writeString(text.get());
            } else {
                json.writeStartObject();
                json.writeBinaryField("base64", bytes);
                json.writeEndObject();
            }
        }
    };

    /** The value of a column that is not NULL. */
    abstract void write(JsonGenerator json, Row row, int column) throws SQLException, IOException;

    /**
     * @param dataType as information_schema names it, such as {@code binary}
     * @param columnType with its length, such as {@code binary(16)}
     * @throws IllegalStateException for a type that no table has had so far
     */
    static ValueForm of(String dataType, String columnType) {
        return switch (dataType) {
            case "binary" -> columnType.equals("binary(16)") ? ID : HASH;
            case "datetime" -> INSTANT;
            case "tinyint" -> columnType.equals("tinyint(1)") ? FLAG : NUMBER;
            case "smallint", "int", "bigint" -> NUMBER;
            case "char", "varchar", "text", "mediumtext", "date" -> TEXT;
            case "json" -> JSON;
            case "mediumblob", "longblob" -> BYTES;
            default -> throw new IllegalStateException("An export has no form for columns of type " + columnType);
        };
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
