package dev.remit.contracts.agreements.lint;

import dev.remit.contracts.agreements.terms.Clause;
import dev.remit.contracts.agreements.terms.ClauseKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The clauses speak of what such contracts are fought over, in words that can be held against somebody. */
final class ClauseTextLint implements LintRule {
    private static final Set<ClauseKind> EXPECTED = EnumSet.of(
            ClauseKind.CHANGE,
            ClauseKind.CONFIDENTIALITY,
            ClauseKind.DATA,
            ClauseKind.EXIT,
            ClauseKind.FEES,
            ClauseKind.LAW,
            ClauseKind.LIABILITY,
            ClauseKind.RESPONSIBILITY,
            ClauseKind.TERM);

    private static final Pattern VAGUE = Pattern.compile(
            "\\b(?:all (?:of )?(?:your |the client's )?(?:technology|IT) needs|any and all|as (?:needed|required|appropriate)"
                    + "|as soon as (?:possible|practicable)|best efforts?|commercially reasonable|etc|from time to time"
                    + "|in a timely manner|promptly|reasonabl[ey]|unlimited|where(?:ver)? possible)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(LintCase lintCase, Findings findings) {
        List<Clause> clauses = lintCase.terms().clauses();
        if (!lintCase.isAddendum()) {
            checkKinds(clauses, findings);
        }
        for (int i = 0; i < clauses.size(); i++) {
            String words = vagueWords(clauses.get(i).text());
            if (!words.isEmpty()) {
                findings.add(
                        FindingCode.VAGUE_WORDS,
                        "clauses[" + i + "].text",
                        "Each side may read this as it likes: " + words + ".");
            }
        }
    }

    private static void checkKinds(List<Clause> clauses, Findings findings) {
        Set<ClauseKind> missing = EnumSet.copyOf(EXPECTED);
        clauses.stream().map(Clause::kind).forEach(missing::remove);
        if (!missing.isEmpty()) {
            findings.add(
                    FindingCode.CLAUSE_KINDS_MISSING,
                    "clauses",
                    "No clause is of the kind "
                            + missing.stream().map(ClauseKind::name).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static String vagueWords(String text) {
        Matcher matcher = VAGUE.matcher(text);
        return matcher.results()
                .map(result -> "\"" + result.group().toLowerCase(Locale.ROOT) + "\"")
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
