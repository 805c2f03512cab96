package dev.remit.engines.scope;

/**
 * Tells how much of an included volume was used before the work item that is being ruled. It is asked only if the
 * ruling depends on it, and of no count twice, so a caller may lock and count in it.
 */
@FunctionalInterface
public interface UsedVolume {

    /** Nothing was used yet. */
    UsedVolume NONE = key -> 0;

    /**
     * @param key never null
     * @return at least 0: tickets, visits, or the seconds of hours
     */
    long count(VolumeKey key);
}
