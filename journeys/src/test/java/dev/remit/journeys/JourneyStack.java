package dev.remit.journeys;

import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import java.nio.file.Path;

/** A stack of a journey's own: free ports, empty schemas, the demo world in it. */
final class JourneyStack {

    private JourneyStack() {}

    static Stack start(Class<?> journey) {
        Stack stack = Stack.start(StackOptions.onFreePorts(Path.of("target", "stack-of-" + journey.getSimpleName())));
        stack.loadDemo();
        return stack;
    }
}
