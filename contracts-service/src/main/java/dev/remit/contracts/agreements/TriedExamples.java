package dev.remit.contracts.agreements;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.contracts.agreements.terms.Example;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.WorkedExample;
import dev.remit.engines.agreement.WorkedExample.Answer;
import dev.remit.engines.json.Json;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.money.Money;
import dev.remit.engines.rating.RatedLine;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a version makes of some cases.
 *
 * @param examples in the order in which they were asked
 */
@Schema(description = "What a version makes of some cases.")
record TriedExamples(List<Tried> examples) {

    /**
     * Cases that are asked about.
     *
     * @param examples with or without their answers
     */
    @Schema(name = "ExamplesToTry", description = "Worked examples; what they come to may be left out.")
    record Asked(@NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Example> examples) {}

    /**
     * What becomes of one case.
     *
     * @param amount of work, without tax
     * @param lines that it is the sum of
     * @param due of a target, in local time of the site
     * @param dueAt the same moment
     * @param fault why it is not as it was stated, or cannot be computed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "TriedExample",
            description = "What a version makes of a case: the amount of work, or when a target is due.")
    record Tried(
            String title,

            @MayBeAbsent @Schema(description = "Of work, without tax.")
            MoneyJson amount,

            @Schema(description = "What the amount is the sum of.")
            List<Line> lines,

            @MayBeAbsent @Schema(description = "Of a target, in local time of the site.", examples = "2026-06-08T09:30")
            String due,

            @MayBeAbsent Instant dueAt,

            @MayBeAbsent @Schema(description = "Why it is not as it was stated, or cannot be computed.")
            String fault) {

        /** @throws InvalidInput where the budget does not reach */
        static Tried of(Example asked, AgreementDocument document, StepBudget budget) {
            WorkedExample example = Json.read(Json.tree(asked), WorkedExample.class);
            try {
                Answer answer = example.answer(document, budget);
                String fault =
                        example.stated() == null ? null : example.fault(answer).orElse(null);
                return switch (answer) {
                    case Answer.Price price ->
                        new Tried(
                                example.title(),
                                MoneyJson.of(price.amount()),
                                price.lines().stream().map(Line::of).toList(),
                                null,
                                null,
                                fault);
                    case Answer.Due due -> new Tried(example.title(), null, List.of(), due.text(), due.at(), fault);
                };
            } catch (InvalidInput nothing) {
                if (budget.isOverdrawn()) {
                    throw nothing;
                }
                return new Tried(
                        example.title(),
                        null,
                        List.of(),
                        null,
                        null,
                        "It cannot be computed: it " + nothing.problem() + ".");
            }
        }
    }

    /**
     * A part of an amount.
     *
     * @param kind what it charges
     * @param arithmetic how it comes about
     */
    @Schema(name = "TriedLine")
    record Line(
            LineKind kind,

            @Schema(examples = "540 min × 150.00/h × 1.5") String arithmetic,

            MoneyJson amount) {

        static Line of(RatedLine line) {
            return new Line(
                    LineKind.valueOf(line.kind().name()),
                    line.arithmetic(),
                    MoneyJson.of(new Money(line.price().currency(), line.amountMinor())));
        }
    }

    /**
     * What a document makes of the cases.
     *
     * @param budget for all of them
     * @throws Problem validation naming the case that is none, or that the budget does not reach
     */
    static TriedExamples of(Asked asked, AgreementDocument document, StepBudget budget) {
        List<Tried> tried = new ArrayList<>();
        for (Example example : asked.examples()) {
            try {
                tried.add(Tried.of(example, document, budget));
            } catch (InvalidInput refused) {
                throw Problem.invalid("examples[" + tried.size() + "]", refused.problem(), "invalid");
            }
        }
        return new TriedExamples(tried);
    }
}
