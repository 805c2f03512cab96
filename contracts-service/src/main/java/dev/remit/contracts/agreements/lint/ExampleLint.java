package dev.remit.contracts.agreements.lint;

import dev.remit.engines.StepBudget;
import dev.remit.engines.agreement.WorkedExample;
import java.util.List;

/** What the parties say their terms come to, at places that there are, is what the engines make of them. */
final class ExampleLint implements LintRule {
    /** Some 50 ms on one core; what examples of days and months take is a thousandth of it. */
    private static final long MOST_STEPS = 1_000_000;

    @Override
    public void check(LintCase lintCase, Findings findings) {
        StepBudget budget = new StepBudget(MOST_STEPS, () -> false);
        List<WorkedExample> examples = lintCase.document().examples();
        for (int i = 0; i < examples.size(); i++) {
            WorkedExample example = examples.get(i);
            String path = "examples[" + i + "]";
            String site = example.work() == null
                    ? example.target().site()
                    : example.work().site();
            if (site != null && !lintCase.sites().containsKey(site)) {
                findings.add(
                        FindingCode.UNKNOWN_SITE,
                        path + (example.work() == null ? ".target.site" : ".work.site"),
                        "The client has no site " + site + ".");
            } else {
                lintCase.completed()
                        .flatMap(document -> example.fault(document, budget))
                        .ifPresent(fault -> findings.add(FindingCode.WRONG_EXAMPLE, path, fault));
            }
        }
    }
}
