package dev.remit.engines.ledger;

import dev.remit.engines.rating.RatingCase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the facts come to.
 *
 * @param facts that were asked about
 * @param lines the unpublished lines of their entries, all of them, in the order in which they use caps up
 * @param released by published line, for those that still hold: what its follow-ups bill of it, in minor units
 * @param cases by line: the work that it was rated with; absent for one that keeps an earlier value
 * @param charges by line: what is charged beside time
 * @param volumeUses what the entries take of included volumes that are counted by the work
 * @param overdrawn entries of which more was billed as beyond a volume than is beyond it by now
 * @param atRest entries of which no line can move before a fact does
 * @param room work items whose caps had room before anything was billed
 */
public record Outcome(
        Facts facts,
        List<LedgerLine> lines,
        Map<UUID, Long> released,
        Map<LineKey, RatingCase> cases,
        Map<LineKey, Charge> charges,
        List<VolumeUse> volumeUses,
        Set<UUID> overdrawn,
        Set<UUID> atRest,
        Set<UUID> room) {}
