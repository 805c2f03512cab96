package dev.remit.notifications.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many calls are under way, so that one receiver that hangs takes its own places and nobody else's. */
final class SendBounds {
    private final int inAll;
    private final int perSubscription;
    private final int perReceiver;
    private final Map<Object, Integer> taken = new HashMap<>();
    private int takenInAll;

    SendBounds(int inAll, int perSubscription, int perReceiver) {
        this.inAll = inAll;
        this.perSubscription = perSubscription;
        this.perReceiver = perReceiver;
    }

    /**
     * Takes as many places as there are; they are given back one by one.
     *
     * @param failing whether the last answer was none that it should be: one place shows when that is over
     */
    synchronized int take(UUID subscription, String receiver, boolean failing) {
        int most = failing ? 1 : perSubscription;
        int free = Math.min(inAll - takenInAll, Math.min(most - of(subscription), perReceiver - of(receiver)));
        int places = Math.max(0, free);
        change(subscription, receiver, places);
        return places;
    }

    synchronized void give(UUID subscription, String receiver, int places) {
        change(subscription, receiver, -places);
    }

    synchronized int underWay() {
        return takenInAll;
    }

    private int of(Object whom) {
        return taken.getOrDefault(whom, 0);
    }

    private void change(UUID subscription, String receiver, int places) {
        takenInAll += places;
        for (Object whom : new Object[] {subscription, receiver}) {
            taken.merge(whom, places, (before, more) -> before + more == 0 ? null : Integer.valueOf(before + more));
            taken.remove(whom, 0);
        }
    }
}
