package dev.remit.contracts.tenants;

import dev.remit.contracts.people.FirstLogIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant that was made, and how its owner gets in. */
@Schema(description = "A tenant that was made, and how its owner gets in.")
record MadeTenant(TenantView tenant, FirstLogIn firstLogIn) {}
