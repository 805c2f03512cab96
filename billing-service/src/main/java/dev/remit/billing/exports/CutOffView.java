package dev.remit.billing.exports;

import dev.remit.billing.books.CutOffs.Closing;
import dev.remit.billing.books.CutOffs.Locked;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CutOff", description = "A date that was closed, and what that locked")
public record CutOffView(
        UUID id,

        @Schema(description = "UNDER_WAY while lines of it are still being locked, some hundreds at a time")
        CutOffStatus status,

        LocalDate through,
        @MayBeAbsent String clientCode,

        @Schema(description = "How many lines are locked by it, so far")
        int lines,

        @MayBeAbsent @Schema(description = "Position of the first of them; absent if there was none")
        Long firstPosition,

        @MayBeAbsent @Schema(description = "Position of the last of them. Lines of other cut-offs may lie between")
        Long lastPosition,

        @Schema(description = "What they bill, one sum a currency")
        List<MoneyJson> billed,

        Instant madeAt,
        @Schema(description = "Login of whoever made it") String madeBy) {

    static CutOffView of(Closing closing, String clientCode, Locked locked, boolean underWay) {
        return new CutOffView(
                closing.id(),
                underWay ? CutOffStatus.UNDER_WAY : CutOffStatus.DONE,
                closing.through(),
                clientCode,
                locked.lines(),
                locked.first(),
                locked.last(),
                sums(locked),
                closing.madeAt(),
                closing.madeBy());
    }

    static List<MoneyJson> sums(Locked locked) {
        return locked.billed().all().stream().map(MoneyJson::of).toList();
    }
}
