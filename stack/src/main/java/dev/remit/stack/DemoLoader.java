package dev.remit.stack;

/**
 * Fills a fresh stack with something to look at, through the public API alone. Found by {@link java.util.ServiceLoader};
 * run at every start, so it leaves alone what is there already.
 */
public interface DemoLoader {
    void load(Stack stack);
}
