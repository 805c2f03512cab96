package dev.remit.tickets.intake;

import dev.remit.engines.scope.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * What the ruling of a work item would be by what is known now.
 *
 * @param rulingId the ruling that stands
 * @param item the catalogue item that it would be; null where it would be none
 * @param clauseId the clause that would decide; null where none would
 */
@Embeddable
public record RuledOtherwise(
        UUID workItemId,
        UUID rulingId,
        @Enumerated(EnumType.STRING) Verdict verdict,
        String item,
        @Column(name = "clause_id") String clauseId,
        Boolean approvalRequired) {}
