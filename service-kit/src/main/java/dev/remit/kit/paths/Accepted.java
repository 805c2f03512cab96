package dev.remit.kit.paths;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The media types that a caller lists in {@code Accept}, as RFC 9110 reads them: of several that a type fits, the narrowest says
 * how welcome it is.
 */
record Accepted(List<Range> ranges) {
    private static final Pattern ZERO = Pattern.compile("0(\\.0{0,3})?");

    /**
     * @param type with a subtype, either of which may be {@code *}
     * @param welcome whether its quality is more than zero
     */
    private record Range(String type, boolean welcome) {
        boolean fits(MediaType media) {
            return type.equals(MediaType.WILDCARD)
                    || type.equalsIgnoreCase(media.getType() + "/*")
                    || type.equalsIgnoreCase(media.getType() + "/" + media.getSubtype());
        }

        int width() {
            return type.equals(MediaType.WILDCARD) ? 2 : type.endsWith("/*") ? 1 : 0;
        }
    }

    static Accepted parse(String accept) {
        return new Accepted(Arrays.stream(accept.split(","))
                .map(range -> range.split(";", -1))
                .map(parts -> new Range(
                        parts[0].strip(),
                        Arrays.stream(parts)
                                .skip(1)
                                .map(parameter -> parameter.replaceAll("\\s", ""))
                                .noneMatch(Accepted::isZero)))
                .toList());
    }

    private static boolean isZero(String parameter) {
        return parameter.regionMatches(true, 0, "q=", 0, 2)
                && ZERO.matcher(parameter.substring(2)).matches();
    }

    /** Whether the caller wants it. */
    boolean takes(MediaType media) {
        return narrowest(media).filter(Range::welcome).isPresent();
    }

    /** Whether the caller says expressly that it is not wanted. */
    boolean refuses(MediaType media) {
        return narrowest(media).filter(range -> !range.welcome()).isPresent();
    }

    private Optional<Range> narrowest(MediaType media) {
        return ranges.stream().filter(range -> range.fits(media)).min(Comparator.comparingInt(Range::width));
    }
}
