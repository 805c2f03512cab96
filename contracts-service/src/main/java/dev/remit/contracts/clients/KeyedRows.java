package dev.remit.contracts.clients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The wanted content of a list, by the key under which a row stays the same row. */
record KeyedRows<K, B>(Map<K, B> wanted) {

    static <K, B> KeyedRows<K, B> of(List<B> bodies, Function<B, K> key) {
        Map<K, B> wanted = new LinkedHashMap<>();
        bodies.forEach(body -> wanted.put(key.apply(body), body));
        return new KeyedRows<>(wanted);
    }

    /** Drops rows that are not wanted, makes those that lack, and lets each take over its body. */
    <R> void replace(List<R> rows, Function<R, K> key, Function<K, R> make, BiConsumer<R, B> take) {
        rows.removeIf(row -> !wanted.containsKey(key.apply(row)));
        Map<K, R> present = new LinkedHashMap<>();
        rows.forEach(row -> present.put(key.apply(row), row));
        wanted.forEach((name, body) -> {
            R row = present.computeIfAbsent(name, missing -> {
                R made = make.apply(missing);
                rows.add(made);
                return made;
            });
            take.accept(row, body);
        });
    }
}
