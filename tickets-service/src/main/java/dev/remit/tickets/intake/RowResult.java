package dev.remit.tickets.intake;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.problem.FieldError;
import dev.remit.kit.problem.Problem;
import java.util.List;

/**
 * What became of one line: a receipt, or a problem with the fields that are wrong.
 *
 * @param row the number of the line, from 1
 * @param externalId as the line has it
 * @param <R> how a receipt is shown
 */
record RowResult<R>(
        int row,
        @MayBeAbsent String externalId,
        @MayBeAbsent R receipt,
        @MayBeAbsent RowProblem problem) {

    /** As RFC 9457 has it. */
    record RowProblem(
            String type,
            String title,
            int status,
            @MayBeAbsent String detail,
            @MayBeAbsent List<FieldError> errors) {}

    static <R> RowResult<R> of(int row, String externalId, R receipt) {
        return new RowResult<>(row, externalId, receipt, null);
    }

    /** @param inside what the line's own path to each field begins with */
    static <R> RowResult<R> of(int row, String externalId, Problem problem, String inside) {
        List<FieldError> errors = problem.errors().stream()
                .map(error -> new FieldError(
                        error.field().equals("body") && !inside.isEmpty()
                                ? inside.substring(0, inside.length() - 1)
                                : inside + error.field(),
                        error.message(),
                        error.code()))
                .toList();
        return new RowResult<>(
                row,
                externalId,
                null,
                new RowProblem(
                        problem.type().uri().toString(),
                        problem.type().title(),
                        problem.type().status(),
                        problem.getMessage(),
                        errors.isEmpty() ? null : errors));
    }
}
