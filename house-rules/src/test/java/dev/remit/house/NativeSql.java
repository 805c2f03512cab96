package dev.remit.house;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The SQL statements among the texts of a class file, whoever runs them. Queries in Hibernate's language name entities, which
 * begin with a capital and are filtered by tenant; what names a table is native and is not.
 */
record NativeSql(String className, String statement) {
    private static final Pattern UPPER_CASE =
            Pattern.compile("^\\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|TRUNCATE)\\s");
    private static final Pattern OF_A_TABLE = Pattern.compile(
            "^\\s*(?i:select|insert|update|delete|replace|with)\\s.*(?<=(?i:from|into|update|join)\\s{1,9})[a-z_]+.*",
            Pattern.DOTALL);
    private static final Pattern TENANT_ASKED = Pattern.compile("\\btenant_id\\s*=\\s*\\?");
    private static final Pattern TENANT_GIVEN =
            Pattern.compile("^\\s*(?i:insert|replace)\\s[^(]*\\([^)]*\\btenant_id\\b");

    private static final int UTF8 = 1;
    private static final int STRING = 8;

    /** Whether it reads, changes or adds rows of one tenant alone. */
    boolean namesTheTenant() {
        return TENANT_ASKED.matcher(statement).find()
                || TENANT_GIVEN.matcher(statement).find();
    }

    static List<NativeSql> in(URI classFile, String className) {
        return texts(Path.of(classFile)).stream()
                .filter(text -> UPPER_CASE.matcher(text).find()
                        || OF_A_TABLE.matcher(text).matches())
                .map(text -> new NativeSql(className, text))
                .toList();
    }

    /** The constant texts of a class file, and what texts that are put together while running are made of. */
    private static List<String> texts(Path classFile) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(classFile))) {
            in.skipNBytes(8);
            int entries = in.readUnsignedShort();
            Map<Integer, String> names = new HashMap<>();
            List<Integer> texts = new ArrayList<>();
            for (int i = 1; i < entries; i++) {
                switch (in.readUnsignedByte()) {
                    case UTF8 -> names.put(i, in.readUTF());
                    case STRING -> texts.add(in.readUnsignedShort());
                    case 7, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    default -> in.skipNBytes(4);
                }
            }
            return texts.stream().map(names::get).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
