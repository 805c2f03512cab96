package dev.remit.kit.http;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import java.util.Arrays;

/** The entity tag of a version, and the check that a change was made with the present one in view. */
public final class ETags {
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
                .anyMatch(tag -> "*".equals(tag) || of(version).equals(tag));
        if (!present) {
            throw Problem.of(ProblemType.STALE, "Read it again and repeat the change on what is there now.");
        }
    }
}
