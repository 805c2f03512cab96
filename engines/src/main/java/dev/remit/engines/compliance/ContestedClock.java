package dev.remit.engines.compliance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of a ticket's clock that counts otherwise as the clock is read than it would if what the client contests did not count.
 *
 * @param is how it counts; empty where it does not, as is the next
 * @param would how it would count
 */
public record ContestedClock(Optional<CountedClock> is, Optional<CountedClock> would) {

    /** The runs of a ticket whose part in the figures differs between two readings of it. */
    public static List<ContestedClock> between(Collection<CountedClock> is, Collection<CountedClock> would) {
        Map<String, CountedClock> others = new LinkedHashMap<>();
        would.forEach(clock -> others.put(run(clock), clock));
        List<ContestedClock> contested = new ArrayList<>();
        for (CountedClock clock : is) {
            CountedClock other = others.remove(run(clock));
            if (other == null || !countAlike(clock, other)) {
                contested.add(new ContestedClock(Optional.of(clock), Optional.ofNullable(other)));
            }
        }
        others.values().forEach(other -> contested.add(new ContestedClock(Optional.empty(), Optional.of(other))));
        return List.copyOf(contested);
    }

    private static String run(CountedClock clock) {
        return clock.clock() + " " + clock.cycle();
    }

    private static boolean countAlike(CountedClock one, CountedClock other) {
        return one.result() == other.result()
                && one.leftOut() == other.leftOut()
                && one.at().equals(other.at());
    }
}
