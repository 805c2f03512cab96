package dev.remit.journeys;

import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A stack of a journey's own: free ports, empty schemas, the demo world in it. */
final class JourneyStack {

    private JourneyStack() {}

    static Stack start(Class<?> journey) {
        return start(journey, UnaryOperator.identity());
    }

    /** @param changed what is different of the options */
    static Stack start(Class<?> journey, UnaryOperator<StackOptions> changed) {
        Path state = Path.of("target", "stack-of-" + journey.getSimpleName());
        Stack stack = Stack.start(changed.apply(StackOptions.onFreePorts(state)));
        stack.loadDemo();
        return stack;
    }
}
