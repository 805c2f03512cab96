package dev.remit.gateway.exchange;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The entity tags of compressed answers. Each form of an answer has a tag of its own (RFC 9110, 8.8.3.3): that of a compressed
 * one ends in its coding. Services know nothing of it.
 */
public final class CodedTags {

    private static final Pattern CODED = Pattern.compile(
            "-(?:" + Arrays.stream(Coding.values()).map(Coding::token).collect(Collectors.joining("|")) + ")\"");

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private CodedTags() {}

    /** The tag of an answer in this coding; a weak tag is that of all its forms. */
    static String coded(String tag, Coding coding) {
        return tag.startsWith("\"") && tag.endsWith("\"") && tag.length() > 1
                ? tag.substring(0, tag.length() - 1) + "-" + coding.token() + "\""
                : tag;
    }

    /** The tags of a precondition as they are without their codings. */
    public static String plain(String tags) {
        return CODED.matcher(tags).replaceAll("\"");
    }

    /** Whether an If-None-Match names the tag, in whatever form; weak tags count as strong ones there. */
    public static boolean isNamed(String tag, String ifNoneMatch) {
        return ifNoneMatch.strip().equals("*")
                || TAG.matcher(plain(ifNoneMatch)).results().anyMatch(named -> named.group(1)
                        .equals(tag));
    }

    /** The tag in the form that the caller has, which a 304 names. */
    public static String asKnown(String tag, String ifNoneMatch) {
        return Arrays.stream(Coding.values())
                .map(coding -> coded(tag, coding))
                .filter(ifNoneMatch::contains)
                .findFirst()
                .orElse(tag);
    }
}
