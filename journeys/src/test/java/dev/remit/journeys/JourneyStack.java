package dev.remit.journeys;

import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import dev.remit.stack.demo.RemitApi;
import java.nio.file.Path;

/**
 * The stack that the journeys share, started by the first of them and gone with this JVM. Each journey is told in a tenant
 * of its own; one that stops services runs alone and starts them again, one that doubles them has a stack of its own.
 */
final class JourneyStack {
    private static final Object DEMO = new Object();
    private static Stack shared;
    private static SpanCollector spans;

    private JourneyStack() {}

    static synchronized Stack shared() {
        if (shared == null) {
            shared = Stack.start(StackOptions.onFreePorts(Path.of("target", "stack-of-journeys"))
                    .tracedBy(spans().address()));
        }
        return shared;
    }

    /** What the shared stack's gateway and services did, in the order in which they told of it. */
    static synchronized SpanCollector spans() {
        if (spans == null) {
            spans = SpanCollector.start();
        }
        return spans;
    }

    /** With the two MSPs of the demo world, in which one journey alone tells its story; another may read what they signed. */
    static Stack withDemo() {
        Stack stack = shared();
        synchronized (DEMO) {
            stack.loadDemo();
        }
        return stack;
    }

    /** The demo world's first MSP, newly made in a tenant that no other journey has. */
    static RemitApi ownTenant() {
        return shared().apiOfOwnTenant();
    }
}
