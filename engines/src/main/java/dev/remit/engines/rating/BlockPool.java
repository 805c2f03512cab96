package dev.remit.engines.rating;

import dev.remit.engines.rating.RatedLine.Draw;
import dev.remit.engines.rating.RatingResult.BlockUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A client's prepaid blocks while they are used up, the oldest purchase first. */
final class BlockPool {

    private static final Comparator<PrepaidBlock> OLDEST_FIRST =
            Comparator.comparing(PrepaidBlock::purchasedOn).thenComparing(PrepaidBlock::id);

    private final List<PrepaidBlock> blocks;
    private final long[] used;
    private long left;
    private int current;

    BlockPool(List<PrepaidBlock> blocks) {
        this.blocks = new ArrayList<>(blocks);
        this.blocks.sort(OLDEST_FIRST);
        used = new long[blocks.size()];
        for (PrepaidBlock block : blocks) {
            left = Math.addExact(left, block.remainingMinutes());
        }
    }

    /** Whether there is none, not even one that is used up. */
    boolean isEmpty() {
        return blocks.isEmpty();
    }

    long left() {
        return left;
    }

    /**
     * @param minutes at most {@link #left()}
     */
    List<Draw> draw(long minutes) {
        if (minutes == 0) {
            return List.of();
        }
        List<Draw> draws = new ArrayList<>(2);
        long open = minutes;
        while (open > 0) {
            PrepaidBlock block = blocks.get(current);
            long taken = Math.min(open, block.remainingMinutes() - used[current]);
            if (taken > 0) {
                used[current] += taken;
                open -= taken;
                draws.add(new Draw(block.id(), taken));
            }
            if (open > 0) {
                current++;
            }
        }
        left -= minutes;
        return draws;
    }

    List<BlockUse> use() {
        List<BlockUse> use = new ArrayList<>(used.length);
        for (int i = 0; i < used.length; i++) {
            PrepaidBlock block = blocks.get(i);
            use.add(new BlockUse(block.id(), used[i], block.remainingMinutes() - used[i]));
        }
        return use;
    }
}
