package dev.remit.engines.catalogue;

import dev.remit.engines.catalogue.Categorisation.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the catalogue item of a piece of work. Each item stands under its narrowest codes, so a look-up meets few of them. */
final class Categoriser {

    private final List<RecognisableItem> items;
    private final Map<String, Integer> byCode = new HashMap<>();
    private final List<Codes> codes = new ArrayList<>();
    private final Map<String, int[]> byPsaItem = new HashMap<>();
    private final Map<String, int[]> bySubtype = new HashMap<>();
    /** The items that a type alone stands for; they fit it equally well, so none of them is looked at one by one. */
    private final Map<String, List<String>> byType = new HashMap<>();

    private final Set<String> types = new HashSet<>();
    private final Set<String> subtypes = new HashSet<>();
    private final Set<String> psaItems = new HashSet<>();

    private final PhraseIndex phrases = new PhraseIndex();

    private record Codes(Set<String> types, Set<String> subtypes, Set<String> items) {

        static Codes of(ItemMatchers matchers) {
            return new Codes(folded(matchers.types()), folded(matchers.subtypes()), folded(matchers.items()));
        }

        boolean match(String type, String subtype, String item) {
            return match(types, type) && match(subtypes, subtype) && match(items, item);
        }

        private static boolean match(Set<String> wanted, String code) {
            return wanted.isEmpty() || wanted.contains(code);
        }

        boolean isTypeAlone() {
            return subtypes.isEmpty() && items.isEmpty();
        }

        int levels() {
            return (types.isEmpty() ? 0 : 1) + (subtypes.isEmpty() ? 0 : 1) + (items.isEmpty() ? 0 : 1);
        }

        private static Set<String> folded(Collection<String> codes) {
            Set<String> folded = new HashSet<>();
            for (String code : codes) {
                folded.add(fold(code));
            }
            return folded;
        }
    }

    Categoriser(List<RecognisableItem> items) {
        this.items = items;
        for (int i = 0; i < items.size(); i++) {
            RecognisableItem item = items.get(i);
            byCode.put(item.code(), i);
            Codes narrow = Codes.of(item.matchers());
            codes.add(narrow);
            types.addAll(narrow.types);
            subtypes.addAll(narrow.subtypes);
            psaItems.addAll(narrow.items);
            if (!narrow.items.isEmpty()) {
                index(byPsaItem, narrow.items, i);
            } else if (!narrow.subtypes.isEmpty()) {
                index(bySubtype, narrow.subtypes, i);
            } else {
                narrow.types.forEach(type ->
                        byType.computeIfAbsent(type, t -> new ArrayList<>()).add(item.code()));
            }
            for (String keyword : item.matchers().keywords()) {
                phrases.add(keyword, i);
            }
        }
        byType.replaceAll((type, codes) -> List.copyOf(codes));
    }

    Categorisation categorise(WorkDescription work) {
        if (work.itemCode() != null) {
            return found(Basis.CHOSEN, work.itemCode(), work.itemCode());
        }
        if (work.recognisedBefore() != null && isUnmapped(work)) {
            return found(Basis.RECOGNISED_BEFORE, work.recognisedBefore(), null);
        }
        Contest contest = new Contest();
        if (work.title() != null) {
            phrases.search(work.title(), contest::words);
        }
        enterCodes(contest, work);
        String type = fold(work.type());
        return contest.isEmpty() ? ofType(byType.getOrDefault(type, List.of()), work.type()) : contest.outcome(type);
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** Whether its codes fit no item below the level of a type, and one of them stands in no item of the catalogue. */
    boolean isUnmapped(WorkDescription work) {
        Contest contest = new Contest();
        enterCodes(contest, work);
        return contest.isEmpty()
                && (isUnknown(types, work.type())
                        || isUnknown(subtypes, work.subtype())
                        || isUnknown(psaItems, work.item()));
    }

    private static boolean isUnknown(Set<String> known, String code) {
        return code != null && !code.isBlank() && !known.contains(fold(code));
    }

    /** @param code of an item that may be in no catalogue */
    private Categorisation found(Basis basis, String code, String evidence) {
        Integer position = byCode.get(code);
        String category = position == null ? null : items.get(position).category();
        return new Categorisation(basis, code, category, evidence, List.of());
    }

    private Categorisation ofType(List<String> fitting, String type) {
        return switch (fitting.size()) {
            case 0 -> new Categorisation(Basis.NONE, null, null, null, List.of());
            case 1 -> found(Basis.PSA_TYPE, fitting.getFirst(), type);
            default -> new Categorisation(Basis.UNDECIDED, null, null, type, fitting);
        };
    }

    private void enterCodes(Contest contest, WorkDescription work) {
        String type = fold(work.type());
        String subtype = fold(work.subtype());
        String item = fold(work.item());
        enter(contest, Basis.PSA_ITEM, byPsaItem.get(item), work.item(), type, subtype, item);
        enter(contest, Basis.PSA_SUBTYPE, bySubtype.get(subtype), work.subtype(), type, subtype, item);
    }

    private void enter(
            Contest contest, Basis basis, int[] found, String evidence, String type, String subtype, String item) {
        if (found == null) {
            return;
        }
        for (int candidate : found) {
            Codes narrow = codes.get(candidate);
            if (narrow.match(type, subtype, item)) {
                contest.codes(candidate, basis, evidence, narrow.levels());
            }
        }
    }

    private static void index(Map<String, int[]> index, Set<String> codes, int item) {
        for (String code : codes) {
            int[] there = index.getOrDefault(code, new int[0]);
            int[] more = Arrays.copyOf(there, there.length + 1);
            more[there.length] = item;
            index.put(code, more);
        }
    }

    private static String fold(String code) {
        return code == null ? null : code.strip().toLowerCase(Locale.ROOT);
    }

    /** Weighs the items that fit: by basis, then by how many levels of codes agree, then by the longest phrase. */
    private final class Contest {

        private final Map<Integer, Entry> entries = new HashMap<>(8);

        private static final class Entry {
            private Basis basis = Basis.NONE;
            private String evidence;
            private int levels;
            private int words;

            int compare(Entry other) {
                if (basis != other.basis) {
                    return other.basis.compareTo(basis);
                }
                return levels != other.levels
                        ? Integer.compare(levels, other.levels)
                        : Integer.compare(words, other.words);
            }
        }

        void words(int item, String phrase, int count) {
            Entry entry = entries.computeIfAbsent(item, i -> new Entry());
            if (count > entry.words) {
                entry.basis = Basis.KEYWORDS;
                entry.words = count;
                entry.evidence = phrase;
            }
        }

        void codes(int item, Basis basis, String evidence, int levels) {
            Entry entry = entries.computeIfAbsent(item, i -> new Entry());
            entry.levels = levels;
            if (basis.compareTo(entry.basis) < 0) {
                entry.basis = basis;
                entry.evidence = evidence;
            }
        }

        boolean isEmpty() {
            return entries.isEmpty();
        }

        /** @param type also speaks for an item of its own that words have found */
        Categorisation outcome(String type) {
            List<Integer> best = new ArrayList<>(2);
            Entry leader = new Entry();
            entries.forEach((item, entry) -> {
                Codes narrow = codes.get(item);
                if (narrow.isTypeAlone() && narrow.types().contains(type)) {
                    entry.levels = narrow.levels();
                }
            });
            for (Map.Entry<Integer, Entry> candidate : entries.entrySet()) {
                int comparison = candidate.getValue().compare(leader);
                if (comparison > 0) {
                    best.clear();
                    leader = candidate.getValue();
                }
                if (comparison >= 0) {
                    best.add(candidate.getKey());
                }
            }
            return best.size() == 1
                    ? found(leader.basis, items.get(best.getFirst()).code(), leader.evidence)
                    : new Categorisation(Basis.UNDECIDED, null, null, leader.evidence, codesOf(best));
        }

        private List<String> codesOf(List<Integer> best) {
            return best.stream().sorted().map(i -> items.get(i).code()).toList();
        }
    }
}
