package dev.remit.contracts.agreements.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the rules noticed so far. */
final class Findings {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity);

    private final List<Finding> found = new ArrayList<>();

    void add(FindingCode code, String path, String text) {
        found.add(new Finding(code.severity(), code.code(), path, text));
    }

    /** Errors first, notes last, otherwise in the order in which they were noticed. */
    List<Finding> list() {
        return found.stream().sorted(WORST_FIRST).toList();
    }
}
