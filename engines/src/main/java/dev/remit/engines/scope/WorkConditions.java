package dev.remit.engines.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.remit.engines.calendar.Band;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule asks of the work itself: when, as what and by whom it is done. An empty set asks for nothing.
 *
 * @param bands the bands of time
 * @param workTypes the rate card's work types
 * @param roles the technicians' roles
 * @param places where it is done
 */
public record WorkConditions(Set<Band> bands, Set<String> workTypes, Set<String> roles, Set<Place> places) {

    /** All work. */
    public static final WorkConditions ALL = new WorkConditions(Set.of(), Set.of(), Set.of());

    /** Copies the sets, which are in order from then on; null is empty. */
    @JsonCreator
    public WorkConditions {
        bands = inOrder(bands);
        workTypes = inOrder(workTypes);
        roles = inOrder(roles);
        places = inOrder(places);
    }

    /** Of work at any place. */
    public WorkConditions(Set<Band> bands, Set<String> workTypes, Set<String> roles) {
        this(bands, workTypes, roles, null);
    }

    /** Evidence is hashed, so that the order must not be one of chance. */
    private static <T extends Comparable<T>> Set<T> inOrder(Set<T> wanted) {
        return wanted == null ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(wanted));
    }

    /** How many of the four are asked for. */
    public int count() {
        return (bands.isEmpty() ? 0 : 1)
                + (workTypes.isEmpty() ? 0 : 1)
                + (roles.isEmpty() ? 0 : 1)
                + (places.isEmpty() ? 0 : 1);
    }

    /**
     * Whether a piece of work meets every one of them. A role or place that is not known meets no condition
     * on it.
     *
     * @param usualWorkType what the rule charges work as, for a piece whose work type is not known; may be null
     */
    boolean hold(PieceOfWork piece, String usualWorkType) {
        String workType = piece.workType() == null ? usualWorkType : piece.workType();
        return Conditions.holds(bands, piece.band())
                && Conditions.holds(workTypes, workType)
                && Conditions.holds(roles, piece.role())
                && Conditions.holds(places, piece.place());
    }

    /** Whether some piece of work could meet both these and the others. */
    boolean overlap(WorkConditions other) {
        return Conditions.overlap(bands, other.bands)
                && Conditions.overlap(workTypes, other.workTypes)
                && Conditions.overlap(roles, other.roles)
                && Conditions.overlap(places, other.places);
    }

    /** Of which work they speak, as it reads after "work": "at the weekend or on a holiday, as ONSITE". */
    String words() {
        List<String> words = new ArrayList<>(4);
        if (!bands.isEmpty()) {
            words.add(either(bands.stream().map(WorkConditions::words).toList()));
        }
        if (!places.isEmpty()) {
            words.add(either(places.stream().map(Place::words).toList()));
        }
        if (!workTypes.isEmpty()) {
            words.add("as " + either(workTypes));
        }
        if (!roles.isEmpty()) {
            words.add("by " + either(roles));
        }
        return String.join(", ", words);
    }

    private static String either(Collection<String> words) {
        return String.join(" or ", words);
    }

    /** When work of a band is done, as it reads after "work": "at the weekend". */
    public static String words(Band band) {
        return switch (band) {
            case BUSINESS -> "in business hours";
            case AFTER_HOURS -> "after hours";
            case WEEKEND -> "at the weekend";
            case HOLIDAY -> "on a holiday";
        };
    }
}
