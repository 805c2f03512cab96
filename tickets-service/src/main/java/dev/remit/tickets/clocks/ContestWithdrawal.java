package dev.remit.tickets.clocks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a contest is withdrawn. */
@Schema(name = "ContestWithdrawal")
record ContestWithdrawal(@NotBlank @Size(max = 500) String because) {}
