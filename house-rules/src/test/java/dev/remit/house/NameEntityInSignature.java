package dev.remit.house;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Holds for an endpoint whose parameters or answer name an entity, or a view with an entity in it. */
final class NameEntityInSignature extends ArchCondition<JavaMethod> {

    NameEntityInSignature() {
        super("name an entity in their signature");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (!Rules.isEndpoint(method)) {
            return;
        }
        Rules.typesInSignature(method)
                .filter(Rules::isEntity)
                .distinct()
                .forEach(entity -> events.add(SimpleConditionEvent.satisfied(
                        method, method.getFullName() + " shows the entity " + entity.getSimpleName())));
    }
}
