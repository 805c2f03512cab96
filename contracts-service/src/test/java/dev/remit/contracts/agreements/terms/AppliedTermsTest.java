package dev.remit.contracts.agreements.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each member of the terms stands in the table: with the code that applies it, or among those that wait for theirs. */
class AppliedTermsTest {

    @Test
    void everyMemberIsAppliedOrRefused() {
        Set<String> missing = new TreeSet<>(members());
        missing.removeIf(member -> AppliedTerms.applied().containsKey(member) || waits(member));
        assertEquals(
                Set.of(),
                missing,
                "Enter each with the code that applies it, or as not applied yet, so that nobody can sign it");
    }

    @Test
    void tableSpeaksOfMembersThatAreThere() {
        Set<String> unknown = new TreeSet<>(AppliedTerms.applied().keySet());
        unknown.removeAll(members());
        assertEquals(Set.of(), unknown);
        Set<String> waiting = new TreeSet<>(AppliedTerms.notYet());
        waiting.removeIf(entry -> {
            String member = entry.replaceFirst("(?:\\[])?=.*", "");
            return members().stream().anyMatch(known -> known.equals(member) || isWithin(known, member));
        });
        assertEquals(Set.of(), waiting);
    }

    @Test
    void nothingIsBoth() {
        Set<String> both = new TreeSet<>(AppliedTerms.applied().keySet());
        both.removeIf(member -> !waits(member));
        assertEquals(Set.of(), both);
    }

    private static boolean waits(String member) {
        return AppliedTerms.notYet().stream().anyMatch(entry -> member.equals(entry) || isWithin(member, entry));
    }

    private static boolean isWithin(String member, String around) {
        return member.startsWith(around + ".");
    }

    /** The members that hold no others. */
    private static Set<String> members() {
        Set<String> members = new TreeSet<>();
        collect(Terms.class, "", members);
        return members;
    }

    private static void collect(Class<?> type, String around, Set<String> members) {
        for (RecordComponent component : type.getRecordComponents()) {
            String member = around.isEmpty() ? component.getName() : around + "." + component.getName();
            Type element = component.getGenericType();
            String path = member;
            if (element instanceof ParameterizedType list && list.getRawType() == List.class) {
                element = list.getActualTypeArguments()[0];
                path = member + "[]";
            }
            if (element instanceof ParameterizedType map
                    && map.getRawType() == Map.class
                    && map.getActualTypeArguments()[1] instanceof Class<?> held
                    && held.isRecord()) {
                element = held;
                path = member + ".*";
            }
            if (element instanceof Class<?> inner && inner.isRecord()) {
                collect(inner, path, members);
            } else {
                members.add(member);
            }
        }
    }
}
