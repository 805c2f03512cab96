package dev.remit.billing.exports;

import dev.remit.billing.extras.ExtraView;
import dev.remit.kit.http.Continued;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the finance feed. */
@Schema(name = "FinanceFeed", description = "Locked lines in the order of their positions, without gaps")
public record FinanceFeed(
        List<FinanceFeedItem> items,
        @Schema(description = "The highest position") long head) implements Continued {

    /** A locked line under its position. */
    @Schema(name = "FinanceFeedItem")
    public record FinanceFeedItem(long position, ExtraView extra) {}

    /** @param last the highest position that was known before the lines were read */
    static FinanceFeed of(List<ExtraView> lines, long last) {
        List<FinanceFeedItem> items = lines.stream()
                .map(extra -> new FinanceFeedItem(extra.position(), extra))
                .toList();
        return new FinanceFeed(
                items, items.isEmpty() ? last : Math.max(last, items.getLast().position()));
    }

    @Override
    public Optional<Continuation> continuation() {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Continuation("after", Long.toString(items.getLast().position())));
    }
}
