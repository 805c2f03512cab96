package dev.remit.billing.approvals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;
import dev.remit.engines.money.Sums;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.json.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The lines of one quote, in their order. */
record QuoteLines(@JsonValue List<QuoteLine> all) {
    static final QuoteLines NONE = new QuoteLines(List.of());

    /** Copies the list. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    QuoteLines {
        all = List.copyOf(all);
    }

    /** What will be billed, where all of it is in one currency; empty where nobody can say of any of it. */
    Optional<Money> sum() {
        return all.stream()
                .map(QuoteLine::amount)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(any -> sum(any.currency()));
    }

    /** What will be billed; empty where nobody can say of any of it. */
    Optional<Money> sum(String currency) {
        List<Money> amounts = all.stream()
                .map(QuoteLine::amount)
                .filter(Objects::nonNull)
                .map(MoneyJson::money)
                .toList();
        return amounts.isEmpty()
                ? Optional.empty()
                : Optional.of(Sums.of(amounts.stream()).in(MinorUnits.of(currency)));
    }

    boolean isComplete() {
        return all.stream().allMatch(QuoteLine::complete);
    }

    /** The minutes of everybody; null without lines. */
    Long minutes() {
        return all.isEmpty()
                ? null
                : all.stream().mapToLong(QuoteLine::allMinutes).sum();
    }

    List<PlannedLine> planned() {
        return all.stream().map(QuoteLine::planned).filter(Objects::nonNull).toList();
    }

    @Converter
    static class Column extends JsonColumn<QuoteLines> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
