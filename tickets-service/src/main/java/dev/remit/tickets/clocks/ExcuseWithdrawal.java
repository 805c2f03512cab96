package dev.remit.tickets.clocks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an excuse is taken back. */
@Schema(name = "ExcuseWithdrawal")
record ExcuseWithdrawal(@NotBlank @Size(max = 500) String because) {}
