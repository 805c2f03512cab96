package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.WorkedExample;
import java.util.List;

/** What the parties say their terms come to is what the engines make of them. */
final class ExampleLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        List<WorkedExample> examples = lintCase.document().examples();
        for (int i = 0; i < examples.size(); i++) {
            String path = "examples[" + i + "]";
            examples.get(i)
                    .fault(lintCase.document())
                    .ifPresent(fault -> findings.add(FindingCode.WRONG_EXAMPLE, path, fault));
        }
    }
}
