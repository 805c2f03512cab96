package dev.remit.kit.feed;

import java.util.Optional;

/** Settings as a test gives them. */
record GivenSettings(boolean consume, int workers, Optional<String> snapshot, boolean keptForGood)
        implements FeedSettings {}
