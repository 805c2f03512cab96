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
import java.util.stream.Stream;

/** Finds the catalogue item of a piece of work. Each item stands under its narrowest codes, so a look-up meets few of them. */
final class Categoriser {

    private static final Categorisation NOTHING = new Categorisation(Basis.NONE, null, null, null, List.of());

    private final List<RecognisableItem> items;
    private final Map<String, Integer> byCode = new HashMap<>();
    private final List<Codes> codes = new ArrayList<>();
    private final Map<String, int[]> byPsaItem = new HashMap<>();
    private final Map<String, int[]> bySubtype = new HashMap<>();
    /** The items that a type alone stands for; they fit it equally well, so none of them is looked at one by one. */
    private final Map<String, List<String>> byType = new HashMap<>();

    private final Map<String, int[]> byTypeOnBoard = new HashMap<>();
    private final Map<String, int[]> byRequester = new HashMap<>();
    private final Map<String, int[]> byBoard = new HashMap<>();

    private final Set<String> types = new HashSet<>();
    private final Set<String> subtypes = new HashSet<>();
    private final Set<String> psaItems = new HashSet<>();

    private final PhraseIndex phrases = new PhraseIndex();

    private record Codes(
            Set<String> boards,
            Set<String> types,
            Set<String> subtypes,
            Set<String> items,
            Set<String> requesters,
            int levels) {

        static Codes of(ItemMatchers matchers) {
            int levels = (int) Stream.of(
                            matchers.boards(),
                            matchers.types(),
                            matchers.subtypes(),
                            matchers.items(),
                            matchers.requesters())
                    .filter(list -> !list.isEmpty())
                    .count();
            return new Codes(
                    folded(matchers.boards()),
                    folded(matchers.types()),
                    folded(matchers.subtypes()),
                    folded(matchers.items()),
                    folded(matchers.requesters()),
                    levels);
        }

        boolean match(Folded work) {
            return match(types, work.type)
                    && match(subtypes, work.subtype)
                    && match(items, work.item)
                    && match(boards, work.board)
                    && (requesters.isEmpty() || requesters.contains(work.email) || requesters.contains(work.name));
        }

        private static boolean match(Set<String> wanted, String code) {
            return wanted.isEmpty() || wanted.contains(code);
        }

        /** Whether a type is the narrowest code that it asks for. */
        boolean isOfType() {
            return !types.isEmpty() && subtypes.isEmpty() && items.isEmpty();
        }

        private static Set<String> folded(Collection<String> codes) {
            Set<String> folded = new HashSet<>();
            for (String code : codes) {
                folded.add(fold(code));
            }
            return folded;
        }
    }

    /** What is said of some work, without regard to case and surrounding space. */
    private record Folded(String board, String type, String subtype, String item, String name, String email) {

        static Folded of(WorkDescription work) {
            return new Folded(
                    fold(work.board()),
                    fold(work.type()),
                    fold(work.subtype()),
                    fold(work.item()),
                    fold(work.requesterName()),
                    fold(work.requesterEmail()));
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
            index(narrow, i);
            for (String keyword : item.matchers().keywords()) {
                phrases.add(keyword, i);
            }
        }
        byType.replaceAll((type, codes) -> List.copyOf(codes));
    }

    private void index(Codes narrow, int item) {
        if (!narrow.items.isEmpty()) {
            index(byPsaItem, narrow.items, item);
        } else if (!narrow.subtypes.isEmpty()) {
            index(bySubtype, narrow.subtypes, item);
        } else if (!narrow.requesters.isEmpty()) {
            index(byRequester, narrow.requesters, item);
        } else if (narrow.types.isEmpty()) {
            index(byBoard, narrow.boards, item);
        } else if (narrow.boards.isEmpty()) {
            narrow.types.forEach(type -> byType.computeIfAbsent(type, t -> new ArrayList<>())
                    .add(items.get(item).code()));
        } else {
            index(byTypeOnBoard, narrow.types, item);
        }
    }

    Categorisation categorise(WorkDescription work) {
        if (work.itemCode() != null) {
            return found(Basis.CHOSEN, work.itemCode(), work.itemCode());
        }
        if (work.recognisedBefore() != null && isUnmapped(work)) {
            return found(Basis.RECOGNISED_BEFORE, work.recognisedBefore(), null);
        }
        Folded folded = Folded.of(work);
        Contest contest = new Contest();
        if (work.title() != null) {
            phrases.search(work.title(), contest::words);
        }
        enterCodes(contest, work, folded);
        if (contest.isEmpty()) {
            enter(contest, Basis.REQUESTER, byRequester.get(folded.email), work.requesterEmail(), folded);
            enter(contest, Basis.REQUESTER, byRequester.get(folded.name), work.requesterName(), folded);
            enter(contest, Basis.PSA_TYPE, byTypeOnBoard.get(folded.type), work.type(), folded);
        }
        return contest.isEmpty() ? byDefault(work, folded) : contest.outcome(folded);
    }

    /** What its type stands for, else what is asked for on its board. */
    private Categorisation byDefault(WorkDescription work, Folded folded) {
        List<String> ofType = byType.get(folded.type);
        if (ofType != null) {
            return decided(Basis.PSA_TYPE, ofType, work.type());
        }
        Contest onBoard = new Contest();
        enter(onBoard, Basis.PSA_BOARD, byBoard.get(folded.board), work.board(), folded);
        return onBoard.isEmpty() ? NOTHING : onBoard.outcome(folded);
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** Whether its codes fit no item below the level of a type, and one of them stands in no item of the catalogue. */
    boolean isUnmapped(WorkDescription work) {
        Contest contest = new Contest();
        enterCodes(contest, work, Folded.of(work));
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

    private Categorisation decided(Basis basis, List<String> fitting, String evidence) {
        return fitting.size() == 1
                ? found(basis, fitting.getFirst(), evidence)
                : new Categorisation(Basis.UNDECIDED, null, null, evidence, fitting);
    }

    private void enterCodes(Contest contest, WorkDescription work, Folded folded) {
        enter(contest, Basis.PSA_ITEM, byPsaItem.get(folded.item), work.item(), folded);
        enter(contest, Basis.PSA_SUBTYPE, bySubtype.get(folded.subtype), work.subtype(), folded);
    }

    private void enter(Contest contest, Basis basis, int[] found, String evidence, Folded work) {
        if (found == null) {
            return;
        }
        for (int candidate : found) {
            Codes narrow = codes.get(candidate);
            if (narrow.match(work)) {
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

        /** A type also speaks for an item of its own that words have found. */
        Categorisation outcome(Folded work) {
            List<Integer> best = new ArrayList<>(2);
            Entry leader = new Entry();
            entries.forEach((item, entry) -> {
                Codes narrow = codes.get(item);
                if (narrow.isOfType() && narrow.match(work)) {
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
            return decided(leader.basis, codesOf(best), leader.evidence);
        }

        private List<String> codesOf(List<Integer> best) {
            return best.stream().sorted().map(i -> items.get(i).code()).toList();
        }
    }
}
