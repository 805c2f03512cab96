package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The two sides of the contract as they sign it. What the client's side leaves out is taken from the client's record when
 * the version is proposed.
 *
 * @param msp the managed service provider
 * @param client its client
 */
@Schema(
        description =
                "The two sides of the contract as they sign it. What the client's side leaves out is taken from its"
                        + " record when the version is proposed.")
public record Parties(@Valid Party msp, @Valid Party client) {
    /** Nobody is named. */
    public static final Parties NONE = new Parties(null, null);

    /**
     * One side of the contract.
     *
     * @param name by which it is called
     * @param legalName as the register has it
     * @param address of its seat, in lines
     * @param registration its number in a register of companies
     * @param taxId its number for sales tax
     * @param notices where declarations under the contract are sent
     */
    @Schema(name = "ContractParty", description = "One side of the contract.")
    public record Party(
            @Size(max = 200)
            @Pattern(regexp = PlainText.FILLED)
            @Schema(description = "By which it is called.", examples = "Beacon IT")
            String name,

            @Size(max = 200)
            @Pattern(regexp = PlainText.FILLED)
            @Schema(description = "As the register has it.", examples = "Beacon IT Services, Inc.")
            String legalName,

            @Size(max = 500)
            @Pattern(regexp = PlainText.FILLED)
            @Schema(description = "Of its seat, in lines.", examples = "200 Water Street\nNew York, NY 10038")
            String address,

            @Size(max = 100)
            @Pattern(regexp = PlainText.FILLED)
            @Schema(description = "Its number in a register of companies.")
            String registration,

            @Size(max = 50) @Pattern(regexp = PlainText.FILLED) @Schema(description = "Its number for sales tax.")
            String taxId,

            @Valid Notices notices) {
        /** Nothing is known of it. */
        public static final Party UNKNOWN = new Party(null, null, null, null, null, null);

        /** The same, but for what the other says. */
        public Party overriddenBy(Party other) {
            return other == null
                    ? this
                    : new Party(
                            other.name == null ? name : other.name,
                            other.legalName == null ? legalName : other.legalName,
                            other.address == null ? address : other.address,
                            other.registration == null ? registration : other.registration,
                            other.taxId == null ? taxId : other.taxId,
                            other.notices == null ? notices : other.notices);
        }
    }

    /**
     * Where declarations under the contract are sent.
     *
     * @param email may be null
     * @param address in lines; null for that of the party
     */
    @Schema(name = "NoticeAddress", description = "Where declarations under the contract are sent.")
    public record Notices(
            @Email @Size(max = 254) @Schema(examples = "contracts@beacon-it.example")
            String email,

            @Size(max = 500)
            @Pattern(regexp = PlainText.FILLED)
            @Schema(description = "In lines. Absent: the party's own.")
            String address) {}
}
