package dev.remit.kit.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Has whoever reads this service's feed to its end wait for what comes next. */
@ApplicationScoped
public class FeedLongPoll {
    /** How long anybody may wait, in seconds. */
    public static final int MOST_SECONDS = 10;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final SequencerLoop sequencer;

    FeedLongPoll(SequencerLoop sequencer) {
        this.sequencer = sequencer;
    }

    /**
     * Reads, and reads again while there is nothing and time is left: on a virtual thread, so that no thread is held that
     * requests need, and in no transaction.
     *
     * @param seconds how long at most
     * @param found whether what was read is what is waited for
     */
    public <T> T await(int seconds, Supplier<T> read, Predicate<T> found) throws InterruptedException {
        // Counting looks and not the time: a look takes LOOK_AGAIN at most when nothing happens here.
        long looks = Duration.ofSeconds(seconds).dividedBy(LOOK_AGAIN);
        long seen = sequencer.rounds();
        T page = read.get();
        while (!found.test(page) && looks-- > 0 && sequencer.awaitNews(seen, LOOK_AGAIN)) {
            seen = sequencer.rounds();
            page = read.get();
        }
        return page;
    }
}
