package dev.remit.journeys.answers;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What becomes of the part of some work that is done in one band.
 *
 * @param minutes billable
 * @param clause null where none decides
 * @param worth decimal text of what the card charges for it, whoever pays; null where nobody is asked for it
 */
public record Piece(String band, long minutes, String verdict, String clause, String worth) {
    private static final String NONE = "-";

    /** As the table has it: {@code AFTER_HOURS 120 EXTRA 4.4 360.00}. */
    static Piece parse(String text) {
        String[] words = text.strip().split(" ");
        return new Piece(
                words[0], Long.parseLong(words[1]), words[2], words[3].equals(NONE) ? null : words[3], words[4]);
    }

    /** Of a piece of an estimate or a scope check. */
    static Piece estimated(JsonNode piece) {
        return new Piece(
                piece.path("band").asText(),
                piece.path("minutes").asLong(),
                piece.path("verdict").asText(),
                piece.path("clauses").size() == 1 ? piece.at("/clauses/0/id").asText() : null,
                piece.at("/worth/amount").asText());
    }

    /** Of a line that was rated. */
    static Piece billed(JsonNode extra) {
        return new Piece(
                extra.path("band").asText(),
                extra.path("minutes").asLong(),
                extra.at("/ruling/verdict").asText(),
                extra.at("/ruling/clause/id").asText(null),
                extra.at("/amount/amount").asText());
    }

    /** The same piece, of which a ruling says verdict and clause and nothing else. */
    Piece ruled(String newVerdict, String newClause) {
        return new Piece(band, minutes, newVerdict, newClause, worth);
    }

    @Override
    public String toString() {
        return String.join(" ", band, Long.toString(minutes), verdict, clause == null ? NONE : clause, worth);
    }
}
