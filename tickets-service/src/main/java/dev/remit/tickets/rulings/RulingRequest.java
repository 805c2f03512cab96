package dev.remit.tickets.rulings;

import dev.remit.engines.scope.Treatment;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.engines.scope.TreatmentByHand.Ground;
import dev.remit.kit.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says what kind of work it is, or how it is treated whatever clauses say: one of the two. */
@Schema(name = "RulingRequest", additionalProperties = Schema.False.class)
record RulingRequest(
        @Size(min = 1, max = 64) @Schema(description = "Code of a catalogue item. Absent with a treatment.")
        String item,

        @Schema(description = "How all work on it is treated, whatever clauses say. Absent with an item.")
        Treatment treatment,

        @Schema(description = "Why it is treated otherwise than clauses say. With a treatment, and only then.")
        Ground ground,

        @NotBlank @Size(max = 500) @Schema(description = "Why, for the record")
        String reason) {

    /**
     * How a person has the work treated; empty where the body names an item.
     *
     * @throws Problem invalid, where it says neither or both, or lacks the ground
     */
    Optional<TreatmentByHand> byHand() {
        if (item == null && treatment == null) {
            throw Problem.invalid("item", "must name a catalogue item where there is no treatment", "required");
        }
        if (item != null && treatment != null) {
            throw Problem.invalid("treatment", "must not stand beside an item", "either-or");
        }
        if ((treatment == null) != (ground == null)) {
            throw Problem.invalid("ground", "must stand with a treatment and not without", "required");
        }
        return Optional.ofNullable(treatment).map(given -> new TreatmentByHand(given, ground));
    }
}
