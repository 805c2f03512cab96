package dev.remit.contracts.clients;

import dev.remit.kit.people.Logins;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must hold between the fields of a client. */
final class ClientRules {
    private ClientRules() {}

    /** @throws Problem validation, naming every field that breaks a rule */
    static void check(ClientDetails details) {
        Problem problem = Problem.of(ProblemType.VALIDATION);
        refuseRepeats(details.sites(), SiteBody::code, "sites", ".code", problem);
        refuseRepeats(details.approvers(), ApproverBody::loginKey, "approvers", ".username", problem);
        refuseRepeats(details.externalRefs(), Function.identity(), "externalRefs", "", problem);
        for (int i = 0; i < details.sites().size(); i++) {
            refuseRepeats(
                    details.sites().get(i).externalRefs(),
                    Function.identity(),
                    "sites[" + i + "].externalRefs",
                    "",
                    problem);
        }
        checkDeputies(details.approvers(), problem);
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    private static <T> void refuseRepeats(
            List<T> list, Function<T, ?> key, String path, String member, Problem problem) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            if (!seen.add(key.apply(list.get(i)))) {
                problem.error(path + "[" + i + "]" + member, "stands in the list twice", "repeated");
            }
        }
    }

    private static void checkDeputies(List<ApproverBody> approvers, Problem problem) {
        Set<String> users = approvers.stream().map(ApproverBody::loginKey).collect(Collectors.toSet());
        for (int i = 0; i < approvers.size(); i++) {
            ApproverBody approver = approvers.get(i);
            if (approver.deputyOf() == null) {
                continue;
            }
            String field = "approvers[" + i + "].deputyOf";
            if (Logins.same(approver.deputyOf(), approver.username())) {
                problem.error(field, "cannot be the approver's own user name", "own-deputy");
            } else if (!users.contains(Logins.key(approver.deputyOf()))) {
                problem.error(field, "must be the user name of another approver of the client", "unknown-approver");
            }
        }
    }
}
