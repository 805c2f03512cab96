package dev.remit.gateway.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path that means the same to everyone who reads it. Dot segments, empty segments, parameters, slashes in disguise
 * and broken or repeated encodings are where two readers part ways, so a path that has one is no path at all.
 *
 * @param raw      as it was sent
 * @param segments decoded; a trailing slash is an empty last one
 */
record ApiPath(String raw, List<String> segments) {

    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})*");
    private static final int DEEPEST_ENCODING = 4;

    ApiPath {
        segments = List.copyOf(segments);
    }

    static Optional<ApiPath> parse(String raw) {
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
        return Optional.of(new ApiPath(raw, segments));
    }

    private static boolean unambiguous(String segment) {
        if (!PLAIN.matcher(segment).matches() || decode(segment) == null) {
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
        return name.equals(".")
                || name.equals("..")
                || text.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
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
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
