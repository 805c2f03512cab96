package dev.remit.tickets.escalation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All rules that shall hold. */
@Schema(name = "EscalationRulesBody")
record EscalationRulesBody(@NotNull @Size(max = 50) List<@NotNull @Valid EscalationRuleBody> rules) {}
