package dev.remit.contracts.clients;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What everybody but the owner may do about a client's approvers: take the right to decide away from one, and nothing that
 * gives it to anybody.
 */
final class ApproverRights {
    private ApproverRights() {}

    /** @throws Problem forbidden, naming every field that only the owner sets */
    static void requireNothingGiven(List<ApproverBody> before, List<ApproverBody> after) {
        Problem problem = Problem.of(
                ProblemType.FORBIDDEN, "Who may approve for a client, and with which account, the owner says.");
        Map<String, ApproverBody> known =
                before.stream().collect(Collectors.toMap(ApproverBody::loginKey, Function.identity()));
        for (int i = 0; i < after.size(); i++) {
            String field = "approvers[" + i + "]";
            ApproverBody wanted = after.get(i);
            ApproverBody present = known.remove(wanted.loginKey());
            if (present == null) {
                refuse(problem, field + ".username", "is a new approver");
            } else {
                compare(problem, field, present, wanted);
            }
        }
        known.values().forEach(missing -> refuse(problem, "approvers", "must go on naming " + missing.username()));
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    private static void compare(Problem problem, String field, ApproverBody present, ApproverBody wanted) {
        requireSame(problem, field + ".name", present.name(), wanted.name());
        requireSame(problem, field + ".email", present.email(), wanted.email());
        requireSame(problem, field + ".subject", present.subject(), wanted.subject());
        requireSame(problem, field + ".deputyOf", present.deputyOf(), wanted.deputyOf());
        if (wanted.active() && !present.active()) {
            refuse(problem, field + ".active", "would let them decide again");
        }
    }

    private static void requireSame(Problem problem, String field, String present, String wanted) {
        if (!Objects.equals(present, wanted)) {
            refuse(problem, field, "must stay as it is");
        }
    }

    private static void refuse(Problem problem, String field, String message) {
        problem.error(field, message, "owner-only");
    }
}
