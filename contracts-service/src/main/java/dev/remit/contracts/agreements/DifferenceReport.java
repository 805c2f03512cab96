package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.DraftRequest.From;
import dev.remit.contracts.agreements.compare.Difference;
import dev.remit.kit.http.MayBeAbsent;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a version says otherwise than what it is compared with. */
@Schema(name = "DifferenceReport")
record DifferenceReport(
        @MayBeAbsent @Schema(description = "What the version is compared with. Absent: it began with nothing.")
        From from,

        @Schema(description = "In the order of the version, each with a sentence. Empty: they say the same.")
        List<Difference> items) {

    /** A sentence a line. */
    String text() {
        return items.isEmpty()
                ? "They say the same.\n"
                : items.stream().map(item -> item.text() + "\n").collect(Collectors.joining());
    }
}
