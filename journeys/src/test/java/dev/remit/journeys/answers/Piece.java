package dev.remit.journeys.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * What becomes of the part of some work that is done in one band, or of what is charged beside it.
 *
 * @param part the band, with a {@code +} where the work is beyond an included volume, or the kind of line that is of no time
 * @param minutes billable
 * @param clause null where none decides
 * @param worth decimal text of what is charged for it, whoever pays; null where nobody can say
 */
public record Piece(String part, long minutes, String verdict, String clause, String worth) {
    private static final String NONE = "-";
    private static final String BEYOND = "+";
    private static final Set<String> BANDS = Set.of("BUSINESS", "AFTER_HOURS", "WEEKEND", "HOLIDAY");

    /** As the table has it: {@code AFTER_HOURS 120 EXTRA 4.4 360.00}, the band with a {@code +} beyond an included volume. */
    static Piece parse(String text) {
        String[] words = text.strip().split(" ");
        return new Piece(words[0], Long.parseLong(words[1]), words[2], known(words[3]), known(words[4]));
    }

    private static String known(String word) {
        return word.equals(NONE) ? null : word;
    }

    /** Of a piece of an estimate or a scope check. */
    static Piece estimated(JsonNode piece) {
        return new Piece(
                part(piece),
                piece.path("minutes").asLong(),
                piece.path("verdict").asText(),
                piece.path("clauses").size() == 1 ? piece.at("/clauses/0/id").asText() : null,
                piece.at("/worth/amount").asText(null));
    }

    /** Of a line that was rated. */
    static Piece billed(JsonNode extra) {
        return new Piece(
                part(extra),
                extra.path("minutes").asLong(),
                extra.at("/ruling/verdict").asText(),
                extra.at("/ruling/clause/id").asText(null),
                extra.at("/amount/amount").asText(null));
    }

    private static String part(JsonNode line) {
        String kind = line.path("kind").asText();
        return kind.equals("LABOUR")
                ? line.path("band").asText() + (line.path("beyondVolume").asBoolean() ? BEYOND : "")
                : kind;
    }

    /** Whether it is of time that was worked. */
    boolean isLabour() {
        return BANDS.contains(band());
    }

    /** Only of time that was worked. */
    String band() {
        return isBeyondVolume() ? part.substring(0, part.length() - BEYOND.length()) : part;
    }

    /** Whether the visits or hours that its clause includes were used up before it. */
    boolean isBeyondVolume() {
        return part.endsWith(BEYOND);
    }

    /** The same piece, of which a ruling says verdict and clause and nothing else. */
    Piece ruled(String newVerdict, String newClause) {
        return new Piece(part, minutes, newVerdict, newClause, worth);
    }

    @Override
    public String toString() {
        return String.join(
                " ",
                part,
                Long.toString(minutes),
                verdict,
                clause == null ? NONE : clause,
                worth == null ? NONE : worth);
    }
}
