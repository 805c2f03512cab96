package dev.remit.stack;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as its reader sees it.
 *
 * @param text without its markup
 * @param html with it; empty where there is none
 * @param fields of its header, the first of each name, in lower case
 */
public record Mail(String recipient, String subject, String text, String html, Map<String, String> fields) {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    /** The first address that the text names. */
    public String link() {
        Matcher address = ADDRESS.matcher(text);
        if (!address.find()) {
            throw new StackException("There is no link in the mail: " + text);
        }
        return address.group();
    }

    /** @param content as it came over SMTP */
    static Mail read(InputStream content) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), content);
            return new Mail(
                    String.valueOf(message.getHeader("To", ", ")),
                    String.valueOf(message.getSubject()),
                    part(message, "text/plain").orElse(""),
                    part(message, "text/html").orElse(""),
                    fields(message));
        } catch (MessagingException | IOException e) {
            throw new StackException("Not a mail: " + e.getMessage(), e);
        }
    }

    /** The first part of a type, wherever it lies. */
    private static Optional<String> part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(text(part.getInputStream()));
        }
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = part(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> fields(MimeMessage message) throws MessagingException, IOException {
        Map<String, String> fields = new TreeMap<>();
        for (Header field : Collections.list(message.getAllHeaders())) {
            String value = MimeUtility.decodeText(MimeUtility.unfold(field.getValue()));
            fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), value);
        }
        return fields;
    }

    private static String text(InputStream decoded) throws IOException {
        try (decoded) {
            return new String(decoded.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
