package dev.remit.billing.exports;

import dev.remit.billing.books.CutOffs.Locked;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a cut-off would lock. */
@Schema(name = "CutOffPreview", description = "What a cut-off would lock now")
public record CutOffPreview(
        LocalDate through,
        @MayBeAbsent String clientCode,
        int lines,

        @Schema(description = "What they bill, one sum a currency")
        List<MoneyJson> billed) {

    static CutOffPreview of(LocalDate through, String clientCode, Locked locked) {
        return new CutOffPreview(through, clientCode, locked.lines(), CutOffView.sums(locked));
    }
}
