package dev.remit.gateway.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path that means the same to everyone who reads it. Dot segments, empty segments, parameters, slashes, letters and digits
 * in disguise and broken or repeated encodings are where two readers part ways, so a path that has one is no path at all.
 *
 * @param raw      as it was sent
 * @param segments decoded; a trailing slash is an empty last one
 */
public record RequestPath(String raw, List<String> segments) {

    private static final String SIGNS = "._~!$&'()*+,=:@-";
    private static final int DEEPEST_ENCODING = 4;

    public RequestPath {
        segments = List.copyOf(segments);
    }

    /** The path of a request as it was sent; empty where two readers could read it in two ways. */
    public static Optional<RequestPath> parse(String raw) {
        if (!raw.startsWith("/")) {
            return Optional.empty();
        }
        String[] parts = raw.substring(1).split("/", -1);
        var segments = new ArrayList<String>(parts.length);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if ((parts[i].isEmpty() && !last) || !unambiguous(parts[i])) {
                return Optional.empty();
            }
            segments.add(decode(parts[i]));
        }
        return Optional.of(new RequestPath(raw, segments));
    }

    /** Whether these are the characters of an address at all, whatever they lead to. */
    public static boolean isAddress(String raw) {
        return spelt(raw, SIGNS + "/;", false);
    }

    /** Whether there are only letters, digits, these signs and whole percent-encodings. */
    private static boolean spelt(String text, String signs, boolean plainly) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int value = encoded(text, i);
                if (value < 0 || (plainly && isLetterOrDigit(value))) {
                    return false;
                }
                i += 2;
            } else if (!isLetterOrDigit(c) && signs.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** The byte that the percent-encoding at this index stands for; -1 if it is none. */
    private static int encoded(String text, int percent) {
        int high = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 2), 16) : -1;
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean unambiguous(String segment) {
        if (!spelt(segment, SIGNS, true) || decode(segment) == null) {
            return false;
        }
        String text = segment;
        for (int depth = 0; depth < DEEPEST_ENCODING; depth++) {
            if (misleads(text)) {
                return false;
            }
            String decoded = decode(text);
            if (decoded == null || decoded.equals(text)) {
                return true;
            }
            text = decoded;
        }
        return false;
    }

    private static boolean misleads(String text) {
        int parameter = text.indexOf(';');
        String name = parameter < 0 ? text : text.substring(0, parameter);
        return name.equals(".") || name.equals("..") || hasSlashOrControl(text);
    }

    private static boolean hasSlashOrControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '\\' || Character.isISOControl(c)) {
                return true;
            }
        }
        return false;
    }

    /** Undoes one percent-encoding; null where there is no such thing as the text it stands for. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = ByteBuffer.allocate(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int value = encoded(text, i);
            if (value < 0) {
                return null;
            }
            bytes.put((byte) value);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
