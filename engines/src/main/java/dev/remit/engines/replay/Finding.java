package dev.remit.engines.replay;

/**
 * One answer of the evidence beside what these engines make of the same inputs.
 *
 * @param link the place of its link among those that were replayed, from 0
 * @param subject what the answer is about: {@code ruling 0190…}, {@code reading 2026-06-13T21:15:00Z}, {@code line 0190…}
 * @param stated the answer as it was given then, in canonical JSON
 * @param computed the answer of these engines, in canonical JSON; a fault's words where the inputs give none
 * @param stamp the versions it was computed with then and now, where they differ; else null
 */
public record Finding(int link, String subject, String stated, String computed, String stamp) {

    /** Whether both are the same to the byte. */
    public boolean agrees() {
        return stated.equals(computed);
    }
}
