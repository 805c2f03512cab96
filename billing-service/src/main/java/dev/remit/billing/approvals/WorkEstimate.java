package dev.remit.billing.approvals;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What work on a work item will be billed as, by its ruling and the rates of now. Nothing is kept")
record WorkEstimate(
        List<QuoteLine> lines,

        @MayBeAbsent
        @Schema(description = "What the lines come to, before tax; absent where nobody can say of any of them")
        MoneyJson estimate,

        @Schema(description = "Whether the estimate is of all lines: each is ruled on and has a price")
        boolean complete) {

    @Schema(
            name = "PlannedWork",
            description = "Work that somebody thinks of",
            requiredProperties = {"lines"})
    record Plan(
            @NotNull @Size(min = 1, max = PlannedLine.MOST_LINES)
            List<@NotNull @Valid PlannedLine> lines) {}

    static WorkEstimate of(QuoteLines lines) {
        MoneyJson sum = lines.sum().map(MoneyJson::of).orElse(null);
        return new WorkEstimate(lines.all(), sum, lines.isComplete());
    }
}
