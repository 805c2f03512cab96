package dev.remit.journeys.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rounds of kill -9 under load, and then the proof that every acknowledged write is there once and the books balance.
 * {@code make crash-check} runs it; {@code SEED=… ROUNDS=…} repeat a run. Fewer rounds than that are a failure, unless
 * {@code MINUTES=…} alone was given: then as many are enough as there is time for.
 */
class CrashCheck {
    private static final Duration TIME_OF_A_ROUND = Duration.ofHours(2);
    private static final int WRITES_OF_A_ROUND = 20;

    private final int rounds = Integer.getInteger("crash.rounds", 50);
    private final Duration limit = Duration.ofMinutes(Integer.getInteger("crash.minutes", 40));
    private final boolean asManyAsThereIsTimeFor =
            Integer.getInteger("crash.minutes") != null && Integer.getInteger("crash.rounds") == null;
    private final long seed = Long.getLong("crash.seed", 20_260_611L);

    @Test
    void nothingIsLostAndNothingDoubled() {
        say("%d rounds with seed %d".formatted(rounds, seed));
        long began = System.nanoTime();
        try (Stack stack = Stack.start(StackOptions.onFreePorts(Path.of("target", "stack-of-CrashCheck"))
                .durable())) {
            stack.loadDemo();
            Load load = new Load(stack, seed);
            ProcessKiller nemesis = new ProcessKiller(stack, load.receiver(), seed);
            load.begin();
            long firstRound = System.nanoTime();
            int round = 0;
            while (round < rounds && System.nanoTime() - firstRound < limit.toNanos()) {
                round++;
                String words = nemesis.round();
                load.passTime(TIME_OF_A_ROUND);
                load.progress(WRITES_OF_A_ROUND);
                say("round %d: %sacknowledged so far %d"
                        .formatted(round, words, load.ledger().size()));
            }
            long lastRound = System.nanoTime();
            load.end();
            Verdict verdict = new Verdict(stack, load);
            verdict.awaitQuiet();
            load.closeBooks("last");
            List<String> wrong = verdict.judge();
            if (round < rounds && !asManyAsThereIsTimeFor) {
                wrong.add("%d of %d rounds in %d minutes".formatted(round, rounds, limit.toMinutes()));
            }
            say("%d of %d rounds".formatted(round, rounds));
            say(load.ledger().toString());
            say("%d kills: %s; requests repeated: %s"
                    .formatted(
                            nemesis.total(), nemesis.kills(), load.integrator().repeated()));
            say("%d s of rounds, %d s in all"
                    .formatted(seconds(firstRound, lastRound), seconds(began, System.nanoTime())));
            assertEquals("", String.join("\n", wrong), "what is wrong after seed " + seed);
        }
    }

    private static long seconds(long from, long to) {
        return Duration.ofNanos(to - from).toSeconds();
    }

    private static void say(String line) {
        System.err.println("crash-check: " + line);
    }
}
