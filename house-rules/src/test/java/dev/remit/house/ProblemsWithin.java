package dev.remit.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.remit.kit.problem.ProblemType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of problems that our code names on any way from a method: by calls, lambdas, references and overriding methods. */
final class ProblemsWithin {
    private final Set<JavaCodeUnit> seen = new HashSet<>();
    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();
    private final Set<ProblemType> found = EnumSet.noneOf(ProblemType.class);

    private ProblemsWithin() {}

    static Set<ProblemType> of(JavaMethod start) {
        ProblemsWithin walk = new ProblemsWithin();
        walk.visit(start);
        while (!walk.open.isEmpty()) {
            walk.goOnFrom(walk.open.removeFirst());
        }
        return walk.found;
    }

    private void goOnFrom(JavaCodeUnit unit) {
        unit.getFieldAccesses().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(ProblemType.class))
                .forEach(access ->
                        found.add(ProblemType.valueOf(access.getTarget().getName())));
        Stream.<JavaCodeUnitAccess<?>>concat(
                        unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                .filter(access -> isOurs(access.getTargetOwner()))
                .forEach(access -> access.getTarget().resolveMember().ifPresent(target -> {
                    visit(target);
                    overriding(access.getTargetOwner(), target).forEach(this::visit);
                }));
    }

    private void visit(JavaCodeUnit unit) {
        if (seen.add(unit)) {
            open.add(unit);
        }
    }

    private static Stream<JavaCodeUnit> overriding(JavaClass owner, JavaCodeUnit target) {
        String[] parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return target instanceof JavaMethod
                ? owner.getAllSubclasses().stream()
                        .map(type -> type.tryGetMethod(target.getName(), parameters))
                        .flatMap(Optional::stream)
                : Stream.of();
    }

    /** The kinds themselves refer to all of them. */
    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("dev.remit.") && !type.isEquivalentTo(ProblemType.class);
    }
}
