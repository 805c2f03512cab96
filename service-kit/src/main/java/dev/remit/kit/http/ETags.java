package dev.remit.kit.http;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The entity tag of a version, the check that a change was made with the present one in view, and that a copy is current. */
public final class ETags {
    private static final Pattern VERSION = Pattern.compile("\"[0-9]+\"");
    /** What follows the version in the tag of an answer that was read; it names the bytes. */
    private static final Pattern OF_BYTES = Pattern.compile("\\.[0-9a-f]{16}\"$");

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");
    private static final int BYTES_OF_HASH = 8;

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Lets a change pass only when its If-Match names the present version, or is {@code *}.
     *
     * @throws Problem precondition-required without the header, stale when it names only other versions
     */
    public static void requireMatch(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED, "Send the ETag that you read as If-Match.")
                    .error("If-Match", "is required", "required");
        }
        boolean present = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .map(tag -> OF_BYTES.matcher(tag).replaceFirst("\""))
                .anyMatch(tag -> "*".equals(tag) || of(version).equals(tag));
        if (!present) {
            throw stale();
        }
    }

    /** What whoever has changed something else than what is there now is answered. */
    public static Problem stale() {
        return Problem.of(ProblemType.STALE, "Read it again and repeat the change on what is there now.");
    }

    /** Whether it is the tag of a version and of nothing else. */
    static boolean isVersion(String tag) {
        return VERSION.matcher(tag).matches();
    }

    /** The tag of a version as these bytes show it. */
    static String of(String version, byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            String start = HexFormat.of().formatHex(hash, 0, BYTES_OF_HASH);
            return version.substring(0, version.length() - 1) + "." + start + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether an If-None-Match names the tag; weak tags count as strong ones there. */
    static boolean isNamed(String tag, String ifNoneMatch) {
        String opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
        return ifNoneMatch.strip().equals("*")
                || TAG.matcher(ifNoneMatch).results().anyMatch(named -> named.group(1)
                        .equals(opaque));
    }
}
