package dev.remit.engines.rating;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What may still be billed under each of some caps, while work bills in its order: a line is billed up to the room that is
 * left. Work under no cap has room without end.
 *
 * @param <K> what caps are known by; null is a cap like others
 */
public final class CapRooms<K> {
    private final Map<K, Long> rooms = new HashMap<>(4);

    /**
     * Sets the room under a cap, in minor units of the one currency in which work bills under it.
     *
     * @param minor below 0 where as much must be given back before anything is billed again
     */
    public void limit(K cap, long minor) {
        rooms.put(cap, minor);
    }

    /**
     * Sets a cap, in minor units of the one currency in which work bills under it.
     *
     * @param billedMinor what was billed under it before; where that is more than the cap, as much must be given back
     *     before anything is billed again
     * @throws ArithmeticException if the difference does not fit
     */
    public void limit(K cap, long capMinor, long billedMinor) {
        limit(cap, Math.subtractExact(capMinor, billedMinor));
    }

    /** The caps that have room left. */
    public Set<K> withRoom() {
        Set<K> open = new HashSet<>();
        rooms.forEach((cap, room) -> {
            if (room > 0) {
                open.add(cap);
            }
        });
        return open;
    }

    /**
     * Bills up to the room that is left, and uses that up.
     *
     * @param amountMinor at least 0
     * @return what is billed: from 0 to the amount
     */
    public long bill(K cap, long amountMinor) {
        Long room = rooms.get(cap);
        if (room == null) {
            return amountMinor;
        }
        long billed = Math.min(amountMinor, Math.max(0, room));
        rooms.put(cap, room - billed);
        return billed;
    }

    /**
     * What was billed is taken back.
     *
     * @throws ArithmeticException if the room does not fit
     */
    public void giveBack(K cap, long billedMinor) {
        rooms.computeIfPresent(cap, (key, room) -> Math.addExact(room, billedMinor));
    }
}
