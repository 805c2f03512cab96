package dev.remit.gateway.proxy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How much of something each owner has taken. Holds nothing for an owner who has nothing. Safe for use by all event loops. */
final class CountsByOwner {

    private final ConcurrentHashMap<Share, Long> taken = new ConcurrentHashMap<>();

    /** Takes so much from each share, or nothing from any: then the share that had not so much left is returned. */
    Optional<Share> take(List<Share> shares, long amount) {
        for (int i = 0; i < shares.size(); i++) {
            if (!take(shares.get(i), amount)) {
                giveBack(shares.subList(0, i), amount);
                return Optional.of(shares.get(i));
            }
        }
        return Optional.empty();
    }

    void giveBack(List<Share> shares, long amount) {
        if (amount > 0) {
            shares.forEach(share -> taken.computeIfPresent(share, (same, had) -> had == amount ? null : had - amount));
        }
    }

    /** What has been taken from this share. */
    long of(Share share) {
        return taken.getOrDefault(share, 0L);
    }

    private boolean take(Share share, long amount) {
        boolean[] left = new boolean[1];
        taken.compute(share, (same, had) -> {
            long wanted = (had == null ? 0 : had) + amount;
            left[0] = wanted <= share.most();
            return left[0] ? Long.valueOf(wanted) : had;
        });
        return left[0];
    }

    /**
     * What one owner may have at once.
     *
     * @param kind  of owner
     * @param owner empty where all share
     */
    record Share(Kind kind, String owner, long most) {}

    enum Kind {
        CALLER,
        TENANT,
        SOURCE,
        CALLBACKS,
        LOGOS,
        ALL
    }
}
