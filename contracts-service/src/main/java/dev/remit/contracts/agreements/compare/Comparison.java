package dev.remit.contracts.agreements.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.contracts.agreements.compare.Difference.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two versions' terms. Paragraphs, rules, targets and rates are matched by what they are about and not by their place
 * in a list, so that one more at the top is one difference; whatever else the terms say is compared member by member.
 */
public final class Comparison {
    private static final List<String> FIRST = List.of(
            "effectiveFrom",
            "effectiveTo",
            "parties",
            "term",
            "clauses",
            "catalogue",
            "scopeRules",
            "sites",
            "calendars");
    private static final List<String> LAST = List.of("coverage", "serviceLevels", "rateCard", "examples");

    /** As an agreement is read: what holds for all of it, what is promised, by when, and what it costs. */
    private static final Comparator<String> READING_ORDER =
            Comparator.comparingInt(Comparison::rank).thenComparing(Comparator.naturalOrder());

    private final List<Difference> differences = new ArrayList<>();

    private Comparison() {}

    /** What {@code after} says otherwise than {@code before}, in the order in which an agreement is read. */
    public static List<Difference> of(ObjectNode before, ObjectNode after) {
        Comparison comparison = new Comparison();
        comparison.objects(null, "", before, after);
        return List.copyOf(comparison.differences);
    }

    /** @param subject null outside an entry of a list that has a name of its own */
    private void objects(String subject, String path, ObjectNode before, ObjectNode after) {
        Set<String> names = new TreeSet<>(READING_ORDER);
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            values(subject, path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name));
        }
    }

    private static int rank(String member) {
        int first = FIRST.indexOf(member);
        int last = LAST.indexOf(member);
        return first >= 0 ? first - FIRST.size() : last + 1;
    }

    /** Either may be null. */
    private void values(String subject, String path, JsonNode before, JsonNode after) {
        if (Objects.equals(before, after)) {
            return;
        }
        boolean list = subject == null && Subjects.isKeyed(path);
        if (list) {
            entries(path, keyed(path, before), keyed(path, after));
        } else if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            objects(subject, path, was, is);
        } else if (subject == null && (before instanceof ObjectNode || after instanceof ObjectNode)) {
            ObjectNode present = (ObjectNode) (before == null ? after : before);
            ObjectNode nothing = present.objectNode();
            objects(null, path, before == null ? nothing : present, before == null ? present : nothing);
        } else {
            changed(subject, path, before, after);
        }
    }

    private static Map<String, ObjectNode> keyed(String list, JsonNode entries) {
        Map<String, ObjectNode> keyed = new LinkedHashMap<>();
        if (entries != null) {
            for (JsonNode entry : entries) {
                String key = Subjects.key(list, entry);
                while (keyed.containsKey(key)) {
                    key += "+";
                }
                keyed.put(key, (ObjectNode) entry);
            }
        }
        return keyed;
    }

    private void entries(String list, Map<String, ObjectNode> before, Map<String, ObjectNode> after) {
        after.forEach((key, entry) -> {
            String subject = Subjects.name(list, entry);
            ObjectNode was = before.get(key);
            if (was == null) {
                String text = subject + " is new: " + Words.of(entry) + ".";
                differences.add(new Difference(Kind.ADDED, subject, null, null, entry, text));
            } else {
                objects(subject, "", was, entry);
            }
        });
        before.forEach((key, entry) -> {
            if (!after.containsKey(key)) {
                String subject = Subjects.name(list, entry);
                String text = subject + " is gone; it was: " + Words.of(entry) + ".";
                differences.add(new Difference(Kind.REMOVED, subject, null, entry, null, text));
            }
        });
    }

    private void changed(String subject, String path, JsonNode before, JsonNode after) {
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        String member = Words.member(path);
        String about = subject == null ? capital(member) : subject + ": " + member;
        String text =
                switch (kind) {
                    case ADDED -> about + " is new: " + Words.of(after) + ".";
                    case REMOVED -> about + " is gone; it was " + Words.of(before) + ".";
                    case CHANGED -> about + " was " + Words.of(before) + ", is now " + Words.of(after) + ".";
                };
        String named = subject == null ? capital(Words.member(path.replaceFirst("\\..*", ""))) : subject;
        differences.add(new Difference(kind, named, path, before, after, text));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
