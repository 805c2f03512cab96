package dev.remit.journeys.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a ruling's cases as an integrator does who has its description and nothing else. */
final class RulingReader {
    private final JsonNode cases;

    /** @param cases of a ruling, in their order */
    RulingReader(JsonNode cases) {
        this.cases = cases;
    }

    /** What the ruling says of a piece of some work. */
    Piece judge(Piece piece, Question.Work work) {
        List<JsonNode> speaking = new ArrayList<>();
        for (JsonNode candidate : cases) {
            if (!speaking.isEmpty()
                    && candidate.path("rank").asInt()
                            != speaking.getFirst().path("rank").asInt()) {
                break;
            }
            JsonNode when = candidate.path("when");
            if (holds(when.path("bands"), piece.band())
                    && holds(when.path("workTypes"), work.type())
                    && holds(when.path("roles"), work.role())
                    && holds(when.path("places"), work.more().get("place"))) {
                speaking.add(candidate);
            }
        }
        if (speaking.isEmpty()) {
            return piece.ruled("SILENT", null);
        }
        Set<String> verdicts = new HashSet<>();
        speaking.forEach(candidate -> verdicts.add(verdict(candidate, piece)));
        return verdicts.size() > 1
                ? piece.ruled("AMBIGUOUS", null)
                : piece.ruled(
                        verdict(speaking.getFirst(), piece),
                        speaking.getFirst().at("/clause/id").asText());
    }

    private static boolean holds(JsonNode wanted, String value) {
        if (wanted.isEmpty()) {
            return true;
        }
        for (JsonNode one : wanted) {
            if (one.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static String verdict(JsonNode candidate, Piece piece) {
        JsonNode volume = candidate.path("includedVolume");
        if (volume.isMissingNode()) {
            return candidate.path("treatment").asText();
        }
        if (!volume.path("unit").asText().equals("TICKET")) {
            return piece.isBeyondVolume() ? "EXTRA" : "INCLUDED";
        }
        long included = volume.path("count").asLong()
                + candidate.at("/ticketCount/carriedIn").asLong();
        return candidate.at("/ticketCount/usedBefore").asLong() < included ? "INCLUDED" : "EXTRA";
    }
}
