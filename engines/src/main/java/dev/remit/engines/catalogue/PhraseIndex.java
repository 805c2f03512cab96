package dev.remit.engines.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds every known phrase in a text by following its words through a tree: the number of phrases does not matter. */
final class PhraseIndex {

    private static final int[] NONE = {};

    private final Node root = new Node();

    /** What a phrase in a text points to. */
    interface Found {
        void phrase(int owner, String phrase, int words);
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private int[] owners = NONE;
        private String phrase;
    }

    void add(String phrase, int owner) {
        List<String> words = words(phrase);
        if (words.isEmpty()) {
            return;
        }
        Node node = root;
        for (String word : words) {
            node = node.next.computeIfAbsent(word, w -> new Node());
        }
        node.phrase = String.join(" ", words);
        node.owners = Arrays.copyOf(node.owners, node.owners.length + 1);
        node.owners[node.owners.length - 1] = owner;
    }

    void search(String text, Found found) {
        List<String> words = words(text);
        for (int start = 0; start < words.size(); start++) {
            Node node = root;
            for (int i = start; i < words.size(); i++) {
                node = node.next.get(words.get(i));
                if (node == null) {
                    break;
                }
                for (int owner : node.owners) {
                    found.phrase(owner, node.phrase, i - start + 1);
                }
            }
        }
    }

    /** Runs of letters and digits in lower case; compatibility forms such as full-width letters count as the plain. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(8);
        int from = -1;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            boolean part = Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            if (part && from < 0) {
                from = i;
            } else if (!part && from >= 0) {
                words.add(plain.substring(from, i));
                from = -1;
            }
            i += Character.charCount(c);
        }
        if (from >= 0) {
            words.add(plain.substring(from));
        }
        return words;
    }
}
