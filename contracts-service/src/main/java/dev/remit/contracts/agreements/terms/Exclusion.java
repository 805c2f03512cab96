package dev.remit.contracts.agreements.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Time or failures that do not count against a promise. */
@Schema(name = "PromiseExclusion")
public enum Exclusion {
    /** In a window that was announced. */
    MAINTENANCE,
    /** While the client had not done its part. */
    CLIENT_DUTY,
    /** By what nobody could help. */
    FORCE_MAJEURE
}
