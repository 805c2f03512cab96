package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.lint.Finding;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What lint noticed, errors first. */
@Schema(name = "LintReport")
record LintReport(@Schema(description = "Errors first.") List<Finding> items) {}
