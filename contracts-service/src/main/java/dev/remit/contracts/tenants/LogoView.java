package dev.remit.contracts.tenants;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A logo as its owner reads it. */
@Schema(name = "Logo", description = "The mark by which people know their MSP.")
record LogoView(
        @Schema(
                description =
                        "Where everybody finds it, without a token, behind the gateway's address. It stays the same.",
                examples = "/logos/0198c0de-0000-7000-8000-000000000001")
        String address,

        @Schema(
                description = "Of its bytes, 64 lower-case hex digits.",
                examples = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")
        String sha256,

        @Schema(description = "In bytes.") int size,
        @Schema(description = "In pixels.") int width,
        @Schema(description = "In pixels.") int height,
        Instant updatedAt) {}
