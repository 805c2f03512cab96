package dev.remit.stack;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as its reader sees it.
 *
 * @param text without its markup
 */
public record Mail(String recipient, String subject, String text) {
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
                    String.valueOf(message.getHeader("To", ", ")), String.valueOf(message.getSubject()), text(message));
        } catch (MessagingException | IOException e) {
            throw new StackException("Not a mail: " + e.getMessage(), e);
        }
    }

    private static String text(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/*")) {
            return text(message.getInputStream());
        }
        BodyPart plain = new MimeMultipart(message.getDataHandler().getDataSource()).getBodyPart(0);
        return text(plain.getInputStream());
    }

    private static String text(InputStream decoded) throws IOException {
        try (decoded) {
            return new String(decoded.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
