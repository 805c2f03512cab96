package dev.remit.contracts.agreements.lint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that lint noticed.
 *
 * @param severity whether it stops the proposal
 * @param code what it is, for programs; stable
 * @param path where in the terms, as {@code scopeRules[2].item}; empty for the whole
 * @param text for the person who mends it
 */
@Schema(name = "LintFinding", description = "One thing that lint noticed in the terms.")
public record Finding(
        @Schema(description = "An ERROR stops the proposal.")
        Severity severity,

        @Schema(description = "What it is, for programs.", examples = "item-without-rule")
        String code,

        @Schema(description = "Where in the terms; empty for the whole.", examples = "scopeRules")
        String path,

        @Schema(examples = "Nothing says how office-move (Office move) is treated.")
        String text) {

    /** How bad it is. */
    @Schema(name = "LintSeverity")
    public enum Severity {
        /** It stops the proposal. */
        ERROR,
        /** It is unwise. */
        WARNING,
        /** It is worth knowing before somebody signs. */
        NOTE
    }

    /** Whether it stops the proposal. */
    public boolean stops() {
        return severity == Severity.ERROR;
    }
}
