package dev.remit.engines;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A fact, term or document that an engine refuses, with the place of the fault.
 *
 * <p>The path is written as a caller would find the field in the document: members are joined by dots, list positions
 * stand in brackets from zero, and the document itself is the empty string, as in {@code entries[0].end}.
 */
public final class InvalidInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final String path;
    private final String problem;

    /**
     * @param path where the fault is, empty for the whole
     * @param problem what is wrong with it, as half a sentence that reads after the path: "must not be before start"
     */
    public InvalidInput(String path, String problem) {
        super(path.isEmpty() ? shortened(problem) : path + " " + shortened(problem));
        this.path = path;
        this.problem = shortened(problem);
    }

    /** What is wrong may quote what was given, and that may be of any length. */
    private static String shortened(String problem) {
        if (problem.length() <= LONGEST) {
            return problem;
        }
        int end = Character.isHighSurrogate(problem.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return problem.substring(0, end) + "…";
    }

    /**
     * A part that must be there.
     *
     * @throws InvalidInput if it is null
     */
    public static <T> T required(T part, String path) {
        if (part == null) {
            throw new InvalidInput(path, "is missing");
        }
        return part;
    }

    /**
     * What a reader makes of a part of a document.
     *
     * @throws InvalidInput as the reader throws it, seen from the document
     */
    public static <T> T at(String path, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidInput fault) {
            throw fault.under(path);
        }
    }

    /**
     * What a reader makes of each part of a list in a document; null is an empty list.
     *
     * @throws InvalidInput as the reader throws it, seen from the document
     */
    public static <T, V> List<V> each(List<T> parts, String path, Function<T, V> reader) {
        return IntStream.range(0, parts == null ? 0 : parts.size())
                .mapToObj(i -> at(path + "[" + i + "]", () -> reader.apply(parts.get(i))))
                .toList();
    }

    /** Where the fault is; empty for the whole. */
    public String path() {
        return path;
    }

    /** What is wrong, without the path. */
    public String problem() {
        return problem;
    }

    /**
     * The same fault seen from an enclosing document.
     *
     * @param parent the path of what holds this path's document, such as {@code entries[3]}
     */
    public InvalidInput under(String parent) {
        if (parent.isEmpty()) {
            return this;
        }
        String joined = path.isEmpty() || path.startsWith("[") ? parent + path : parent + "." + path;
        return new InvalidInput(joined, problem);
    }
}
