package dev.remit.engines.agreement;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is in force with a client on a date: one master and the addenda to it.
 *
 * @param master never null
 * @param addenda one version of each, in the order of their agreements' ids; none where the master stands alone
 * @param <V> what the caller has of a version
 */
public record InForce<V>(V master, List<V> addenda) {

    /** Copies the list. */
    public InForce {
        Objects.requireNonNull(master, "master");
        addenda = List.copyOf(addenda);
    }

    /** A master without addenda. */
    public static <V> InForce<V> only(V master) {
        return new InForce<>(master, List.of());
    }

    /** The master, then its addenda in their order. */
    public List<V> all() {
        return Stream.concat(Stream.of(master), addenda.stream()).toList();
    }

    /** The same set with something else in the place of each version. */
    public <R> InForce<R> map(Function<? super V, ? extends R> other) {
        return new InForce<>(other.apply(master), addenda.stream().<R>map(other).toList());
    }
}
