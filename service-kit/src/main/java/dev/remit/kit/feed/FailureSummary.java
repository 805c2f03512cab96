package dev.remit.kit.feed;

import dev.remit.kit.sql.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What can be kept of a failure: its kinds and its place in our code. Messages are left out, they quote what was told. */
final class FailureSummary {
    private static final int MAX_LENGTH = 500;
    private static final int MAX_DEPTH = 8;

    private FailureSummary() {}

    /** At most 500 characters, such as {@code UncheckedIOException < InvalidFormatException at ContractsFeed.read:117}. */
    static String of(Throwable failure) {
        List<String> kinds = new ArrayList<>();
        Throwable root = failure;
        for (Throwable cause = failure; cause != null && kinds.size() < MAX_DEPTH; cause = cause.getCause()) {
            kinds.add(cause.getClass().getSimpleName());
            root = cause;
        }
        String summary = String.join(" < ", kinds)
                + SqlFailure.errorOf(failure)
                        .map(code -> " (MySQL " + code + ")")
                        .orElse("")
                + place(root, failure);
        return summary.length() <= MAX_LENGTH ? summary : summary.substring(0, MAX_LENGTH);
    }

    private static String place(Throwable... failures) {
        return Stream.of(failures)
                .flatMap(failure -> Stream.of(failure.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith("dev.remit."))
                .findFirst()
                .map(frame -> " at "
                        + frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "."
                        + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
