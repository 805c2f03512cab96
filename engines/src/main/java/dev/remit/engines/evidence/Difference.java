package dev.remit.engines.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What changed between two JSON values, itself a JSON object, so that a state that grows need not be written anew each
 * time. Values are those of {@link CanonicalJson#parse}: maps, lists, texts, {@code Long}, {@code Boolean}, {@code null}.
 *
 * <table>
 * <caption>The members of a difference</caption>
 * <tr><th>member</th><th>says</th></tr>
 * <tr><td>{@code set}</td><td>members that are new, or have another value</td></tr>
 * <tr><td>{@code drop}</td><td>names of members that are gone</td></tr>
 * <tr><td>{@code in}</td><td>the differences of members that are objects or lists before and after</td></tr>
 * <tr><td>{@code runs}</td><td>of a list: {@code {"from":i,"count":n}} takes elements of the list before, {@code {"add":[…]}} new ones</td></tr>
 * <tr><td>{@code each}</td><td>of a list that kept its length: the differences of elements by their index, from 0</td></tr>
 * </table>
 */
public final class Difference {

    private Difference() {}

    /**
     * The difference that {@link #apply} turns {@code before} into {@code after} with; empty where both are equal.
     *
     * @throws InvalidInput if one of them has no canonical form
     */
    public static Map<String, Object> between(Map<String, Object> before, Map<String, Object> after) {
        return ofObject(before, after);
    }

    /**
     * The state after a difference.
     *
     * @param before is left as it was
     * @throws dev.remit.engines.InvalidInput if the difference does not fit the state
     */
    public static Map<String, Object> apply(Map<String, Object> before, JsonCursor difference) {
        Map<String, Object> after = new LinkedHashMap<>(before);
        difference.member("set").members().forEach((name, member) -> after.put(name, member.value()));
        difference.member("drop").list(JsonCursor::text).forEach(after::remove);
        difference.member("in").members().forEach((name, member) -> after.put(name, changed(before.get(name), member)));
        return after;
    }

    private static Map<String, Object> ofObject(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> set = new TreeMap<>();
        Map<String, Object> in = new TreeMap<>();
        after.forEach((name, value) -> {
            Object was = before.get(name);
            if (!before.containsKey(name)) {
                set.put(name, value);
            } else if (!Objects.equals(was, value)) {
                Map<String, Object> inner = inner(was, value);
                if (inner == null) {
                    set.put(name, value);
                } else {
                    in.put(name, inner);
                }
            }
        });
        List<String> drop = before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .sorted()
                .toList();
        return new Members().put("set", set).put("drop", drop).put("in", in).map();
    }

    /** Null where the values are not of one kind, or the new value is shorter than what changed of the old one. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Object before, Object after) {
        Map<String, Object> inner = null;
        if (before instanceof Map<?, ?> was && after instanceof Map<?, ?> is) {
            inner = ofObject((Map<String, Object>) was, (Map<String, Object>) is);
        } else if (before instanceof List<?> was && after instanceof List<?> is) {
            inner = shorter(ofElements(was, is), ofList(was, is));
        }
        return inner == null || length(inner) >= length(after) ? null : inner;
    }

    private static Map<String, Object> ofElements(List<?> before, List<?> after) {
        if (before.size() != after.size()) {
            return null;
        }
        Map<String, Object> each = new TreeMap<>();
        for (int i = 0; i < after.size(); i++) {
            if (!Objects.equals(before.get(i), after.get(i))) {
                Map<String, Object> inner = inner(before.get(i), after.get(i));
                if (inner == null) {
                    return null;
                }
                each.put(Integer.toString(i), inner);
            }
        }
        return Map.of("each", each);
    }

    /** Takes the longest stretches that stand in the list before, wherever they stand there. */
    private static Map<String, Object> ofList(List<?> before, List<?> after) {
        Map<Object, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.computeIfAbsent(before.get(i), element -> new ArrayList<>()).add(i);
        }
        List<Object> runs = new ArrayList<>();
        List<Object> added = null;
        int next = 0;
        int i = 0;
        while (i < after.size()) {
            int from = place(before, places, after.get(i), next);
            if (from < 0) {
                if (added == null) {
                    added = new ArrayList<>();
                    runs.add(Map.of("add", added));
                }
                added.add(after.get(i++));
                continue;
            }
            added = null;
            int count = 0;
            while (i < after.size()
                    && from + count < before.size()
                    && Objects.equals(before.get(from + count), after.get(i))) {
                count++;
                i++;
            }
            next = from + count;
            runs.add(Map.of("from", (long) from, "count", (long) count));
        }
        return Map.of("runs", runs);
    }

    /** Where an element stood: behind the stretch before it, if it does, else at its first place; -1 if nowhere. */
    private static int place(List<?> before, Map<Object, List<Integer>> places, Object element, int next) {
        if (next < before.size() && Objects.equals(before.get(next), element)) {
            return next;
        }
        List<Integer> found = places.get(element);
        return found == null ? -1 : found.getFirst();
    }

    private static Map<String, Object> shorter(Map<String, Object> one, Map<String, Object> other) {
        return one == null || length(one) > length(other) ? other : one;
    }

    private static int length(Object value) {
        return CanonicalJson.text(value).length();
    }

    @SuppressWarnings("unchecked")
    private static Object changed(Object before, JsonCursor difference) {
        if (difference.member("runs").isPresent() && before instanceof List<?> list) {
            return runs(list, difference.member("runs"));
        }
        if (difference.member("each").isPresent() && before instanceof List<?> list) {
            return elements(list, difference.member("each"));
        }
        if (before instanceof Map<?, ?> object) {
            return apply((Map<String, Object>) object, difference);
        }
        throw difference.fault("does not fit what it changes");
    }

    private static List<Object> runs(List<?> before, JsonCursor runs) {
        List<Object> after = new ArrayList<>();
        for (JsonCursor run : runs.elements()) {
            if (run.member("add").isPresent()) {
                run.member("add").elements().forEach(element -> after.add(element.value()));
            } else {
                int from = (int) run.member("from").whole(0, before.size());
                int count = (int) run.member("count").whole(0, before.size() - from);
                after.addAll(before.subList(from, from + count));
            }
        }
        return after;
    }

    private static List<Object> elements(List<?> before, JsonCursor each) {
        List<Object> after = new ArrayList<>(before);
        each.members().forEach((name, member) -> {
            int index = index(name, member, before.size());
            after.set(index, changed(before.get(index), member));
        });
        return after;
    }

    private static int index(String name, JsonCursor at, int size) {
        try {
            int index = Integer.parseInt(name);
            if (index >= 0 && index < size) {
                return index;
            }
        } catch (NumberFormatException e) {
            throw at.fault("is not the index of an element");
        }
        throw at.fault("is not the index of an element");
    }
}
