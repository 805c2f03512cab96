package dev.remit.billing.approvals;

import dev.remit.kit.problem.Problem;
import java.time.Instant;
import java.util.List;

/** Checks of planned lines that no annotation can make. */
final class PlannedLines {
    private static final Instant EARLIEST = Instant.parse("1900-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("8998-12-30T00:00:00Z");
    private static final int LONGEST_DATED = 31 * 24 * 60;

    private PlannedLines() {}

    /** @throws Problem validation, naming the line and its field */
    static List<PlannedLine> checked(List<PlannedLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            PlannedLine line = lines.get(i);
            String path = "lines[" + i + "].";
            if (line.start() != null
                    && (line.start().isBefore(EARLIEST) || line.start().isAfter(LATEST))) {
                throw Problem.invalid(path + "start", "must be between the years 1900 and 8998", "invalid-value");
            }
            if (line.start() != null && line.minutes() != null && line.minutes() > LONGEST_DATED) {
                throw Problem.invalid(path + "minutes", "must be at most 31 days where a start is given", "too-long");
            }
        }
        return lines;
    }
}
