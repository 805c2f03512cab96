package dev.remit.kit.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The changes that a service was packaged with, read without Liquibase: a service that does not migrate would load all of
 * it at every start, only to learn their names. Knows what our change logs are made of: an XML file that includes files of
 * formatted SQL, each by its path from the root of the class path.
 */
final class PackagedChanges {
    private static final String FORMATTED_SQL = "--liquibase formatted sql";
    private static final Pattern CHANGE =
            Pattern.compile("^--\\s*changeset\\s+([^:\\s]+):(\\S+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private PackagedChanges() {}

    /**
     * @param changeLog path of the XML file
     * @return the keys of its changes, in order
     * @throws IllegalStateException when a file is missing or made of something else, named
     */
    static List<String> of(String changeLog) {
        List<String> keys = new ArrayList<>();
        for (String file : included(changeLog)) {
            String sql = new String(bytes(file), StandardCharsets.UTF_8);
            if (!sql.startsWith(FORMATTED_SQL)) {
                throw new IllegalStateException(file + " does not begin with " + FORMATTED_SQL);
            }
            CHANGE.matcher(sql).results().forEach(change -> keys.add(key(file, change.group(1), change.group(2))));
        }
        return keys;
    }

    static String key(String file, String author, String id) {
        return file + " " + author + ":" + id;
    }

    private static List<String> included(String changeLog) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<String> files = new ArrayList<>();
        try (InputStream bytes = open(changeLog)) {
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "databaseChangeLog" -> {}
                        case "include" -> files.add(xml.getAttributeValue(null, "file"));
                        default ->
                            throw new IllegalStateException(
                                    changeLog + " has <" + xml.getLocalName() + ">, where only <include> is known");
                    }
                }
            }
        } catch (XMLStreamException | IOException e) {
            throw new IllegalStateException(changeLog + " cannot be read", e);
        }
        return files;
    }

    private static byte[] bytes(String file) {
        try (InputStream bytes = open(file)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private static InputStream open(String file) {
        InputStream bytes = Thread.currentThread().getContextClassLoader().getResourceAsStream(file);
        if (bytes == null) {
            throw new IllegalStateException(file + " is not packaged");
        }
        return bytes;
    }
}
