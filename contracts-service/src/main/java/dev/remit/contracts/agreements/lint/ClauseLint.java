package dev.remit.contracts.agreements.lint;

import dev.remit.contracts.agreements.terms.Clause;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every term points to a clause that is there, and every clause that is to be applied has a term. */
final class ClauseLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        List<Clause> clauses = lintCase.terms().clauses();
        checkNumbers(clauses, findings);
        Set<String> known = clauses.stream().map(Clause::id).collect(Collectors.toUnmodifiableSet());
        Map<String, String> references = new TreeMap<>();
        collect(lintCase.members(), "", references);
        references.forEach((path, clause) -> {
            if (!known.contains(clause)) {
                findings.add(FindingCode.UNKNOWN_CLAUSE, path, "There is no clause " + clause + ".");
            }
        });
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            if (isToBeApplied(clause) && !references.containsValue(clause.id())) {
                findings.add(
                        FindingCode.UNUSED_CLAUSE,
                        "clauses[" + i + "]",
                        "No term puts clause " + clause.id() + " (" + clause.title()
                                + ") into practice. If it is to be read only, its kind should say what it is about.");
            }
        }
    }

    private static void checkNumbers(List<Clause> clauses, Findings findings) {
        if (clauses.isEmpty()) {
            findings.add(FindingCode.NO_CLAUSES, "clauses", "There is not one clause to sign.");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < clauses.size(); i++) {
            if (!ids.add(clauses.get(i).id())) {
                findings.add(
                        FindingCode.REPEATED_CLAUSE,
                        "clauses[" + i + "].id",
                        "There is more than one clause " + clauses.get(i).id() + ".");
            }
        }
    }

    /** A clause of no kind, or of one for which there are terms. */
    private static boolean isToBeApplied(Clause clause) {
        if (clause.kind() == null) {
            return true;
        }
        return switch (clause.kind()) {
            case SCOPE, SERVICE_LEVEL, COVERAGE, RATES -> true;
            default -> false;
        };
    }

    /** Every reference to a clause, by its path. */
    private static void collect(Object value, String path, Map<String, String> references) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, inner) -> {
                String place = path.isEmpty() ? (String) name : path + "." + name;
                if (name.equals("clause") && inner instanceof String clause) {
                    references.put(place, clause);
                } else if (!place.startsWith("annexes[")) {
                    collect(inner, place, references);
                }
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), path + "[" + i + "]", references);
            }
        }
    }
}
