package dev.remit.contracts.volumes;

import dev.remit.engines.scope.VolumeKey;
import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.feed.FeedPayloads;
import java.util.UUID;

/** Keeps what a neighbour tells of included volumes; each neighbour counts in units of its own. */
abstract class VolumesFeed implements FeedHandler<Void> {
    private static final String USED = "IncludedVolumeUsed";

    private final String neighbour;
    private final Source source;
    private final VolumesUsed volumes;
    private final FeedPayloads payloads;

    /** Where the neighbour's feed is read. */
    @FunctionalInterface
    interface Source {
        FeedPage feed(long after, int limit, int waitSeconds);
    }

    VolumesFeed(String neighbour, Source source, VolumesUsed volumes, FeedPayloads payloads) {
        this.neighbour = neighbour;
        this.source = source;
        this.volumes = volumes;
        this.payloads = payloads;
    }

    /** What we read of a count. */
    record Used(UUID clientId, VolumeKey volume, long used) {}

    @Override
    public String name() {
        return "contracts." + neighbour;
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return source.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return type.equals(USED);
    }

    @Override
    public void apply(FeedEvent event, Void nothing) {
        Used used = payloads.read(event, Used.class);
        volumes.put(used.clientId(), used.volume(), used.used());
    }
}
