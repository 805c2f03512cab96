package dev.remit.engines.evidence;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What changed between two JSON values, itself a JSON object, so that a state that grows need not be written anew each
 * time.
 *
 * @param set members that are new, or have another value
 * @param drop names of members that are gone
 * @param in the differences of members that are objects or lists before and after
 * @param runs of a list: stretches of the list before, and new elements
 * @param each of a list that kept its length: the differences of elements by their index, from 0
 */
public record Difference(
        @JsonSetter(contentNulls = Nulls.SET) Map<String, JsonNode> set,
        List<String> drop,
        Map<String, Difference> in,
        List<Run> runs,
        Map<Integer, Difference> each) {

    /**
     * A part of a list: {@code {"from":i,"count":n}} takes elements of the list before, {@code {"add":[…]}} new ones.
     *
     * @param from the first of them, from 0; null beside {@code add}, as the next
     * @param count how many
     */
    public record Run(
            Integer from,
            Integer count,
            @JsonSetter(contentNulls = Nulls.SET) List<JsonNode> add) {}

    /** The difference that {@link #apply} turns {@code before} into {@code after} with. */
    public static Difference between(ObjectNode before, ObjectNode after) {
        Map<String, JsonNode> set = new TreeMap<>();
        Map<String, Difference> in = new TreeMap<>();
        after.fields().forEachRemaining(member -> {
            JsonNode was = before.get(member.getKey());
            if (was == null) {
                set.put(member.getKey(), member.getValue());
            } else if (!was.equals(member.getValue())) {
                Difference inner = inner(was, member.getValue());
                if (inner == null) {
                    set.put(member.getKey(), member.getValue());
                } else {
                    in.put(member.getKey(), inner);
                }
            }
        });
        List<String> drop = new ArrayList<>();
        before.fieldNames().forEachRemaining(name -> {
            if (!after.has(name)) {
                drop.add(name);
            }
        });
        drop.sort(null);
        return new Difference(set, drop, in, null, null);
    }

    private static Difference ofEach(Map<Integer, Difference> each) {
        return new Difference(null, null, null, null, each);
    }

    private static Difference ofRuns(List<Run> runs) {
        return new Difference(null, null, null, runs, null);
    }

    /** Null where the values are not of one kind, or the new value is shorter than what changed of the old one. */
    private static Difference inner(JsonNode before, JsonNode after) {
        Difference inner = null;
        if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            inner = between(was, is);
        } else if (before instanceof ArrayNode was && after instanceof ArrayNode is) {
            inner = shorter(ofElements(was, is), ofList(was, is));
        }
        return inner == null || length(inner) >= length(after) ? null : inner;
    }

    private static Difference ofElements(ArrayNode before, ArrayNode after) {
        if (before.size() != after.size()) {
            return null;
        }
        Map<Integer, Difference> each = new TreeMap<>();
        for (int i = 0; i < after.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                Difference inner = inner(before.get(i), after.get(i));
                if (inner == null) {
                    return null;
                }
                each.put(i, inner);
            }
        }
        return ofEach(each);
    }

    /** Takes the longest stretches that stand in the list before, wherever they stand there. */
    private static Difference ofList(ArrayNode before, ArrayNode after) {
        Map<JsonNode, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.putIfAbsent(before.get(i), i);
        }
        List<Run> runs = new ArrayList<>();
        List<JsonNode> added = null;
        int next = 0;
        int i = 0;
        while (i < after.size()) {
            int from = place(before, places, after.get(i), next);
            if (from < 0) {
                if (added == null) {
                    added = new ArrayList<>();
                    runs.add(new Run(null, null, added));
                }
                added.add(after.get(i++));
                continue;
            }
            added = null;
            int count = 0;
            while (i < after.size()
                    && from + count < before.size()
                    && before.get(from + count).equals(after.get(i))) {
                count++;
                i++;
            }
            next = from + count;
            runs.add(new Run(from, count, null));
        }
        return ofRuns(runs);
    }

    /** Where an element stood: behind the stretch before it, if it does, else at its first place; -1 if nowhere. */
    private static int place(ArrayNode before, Map<JsonNode, Integer> places, JsonNode element, int next) {
        if (next < before.size() && before.get(next).equals(element)) {
            return next;
        }
        return places.getOrDefault(element, -1);
    }

    private static Difference shorter(Difference one, Difference other) {
        return one == null || length(one) > length(other) ? other : one;
    }

    private static int length(Object value) {
        return CanonicalJson.text(value).length();
    }

    /**
     * The state after a difference.
     *
     * @param before is left as it was
     * @param difference as {@link #between} gave it
     * @throws InvalidInput if the difference does not fit the state
     */
    public static ObjectNode apply(ObjectNode before, JsonNode difference) {
        return Json.read(difference, Difference.class).members(before);
    }

    private ObjectNode members(ObjectNode before) {
        ObjectNode after = Json.copy(before);
        if (set != null) {
            after.setAll(set);
        }
        if (drop != null) {
            after.remove(drop);
        }
        if (in != null) {
            in.forEach((name, inner) -> {
                JsonNode changed = InvalidInput.at("in." + name, () -> inner.changed(before.path(name)));
                after.set(name, changed);
            });
        }
        return after;
    }

    private JsonNode changed(JsonNode before) {
        if (runs != null && before instanceof ArrayNode list) {
            return runs(list);
        }
        if (each != null && before instanceof ArrayNode list) {
            return elements(list);
        }
        if (before instanceof ObjectNode object) {
            return members(object);
        }
        throw new InvalidInput("", "does not fit what it changes");
    }

    private ArrayNode runs(ArrayNode before) {
        ArrayNode after = before.arrayNode();
        for (Run run : runs) {
            if (run.add() != null) {
                after.addAll(run.add());
                continue;
            }
            int from = within(run.from(), before.size(), "from");
            int count = within(run.count(), before.size() - from, "count");
            for (int i = from; i < from + count; i++) {
                after.add(before.get(i));
            }
        }
        return after;
    }

    private ArrayNode elements(ArrayNode before) {
        ArrayNode after = before.arrayNode().addAll(before);
        each.forEach((index, inner) -> {
            if (index < 0 || index >= before.size()) {
                throw new InvalidInput("each." + index, "is not the index of an element");
            }
            JsonNode changed = InvalidInput.at("each." + index, () -> inner.changed(before.get(index)));
            after.set(index, changed);
        });
        return after;
    }

    private static int within(Integer number, int most, String field) {
        if (number == null || number < 0 || number > most) {
            throw new InvalidInput("runs." + field, "must be from 0 to " + most);
        }
        return number;
    }
}
