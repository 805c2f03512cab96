package dev.remit.engines.catalogue;

/**
 * What is said of a piece of work, by which it can be recognised. Everything may be null: not said.
 *
 * @param itemCode the catalogue item that a person chose; it goes before whatever the matchers find
 * @param board the board or queue on which the PSA has it
 * @param type the PSA's type
 * @param subtype the PSA's subtype
 * @param item the PSA's item
 * @param title the ticket's title, or what was asked for
 * @param requesterName who asks
 * @param requesterEmail their e-mail address
 * @param recognisedBefore the item as which its codes were recognised before; the work stays that while it bears a code
 *     that nobody has mapped, so that a code that is renamed in the PSA changes nothing
 */
public record WorkDescription(
        String itemCode,
        String board,
        String type,
        String subtype,
        String item,
        String title,
        String requesterName,
        String requesterEmail,
        String recognisedBefore) {

    /** The codes of the PSA alone. */
    public static WorkDescription ofCodes(String type, String subtype, String item) {
        return new WorkDescription(null, null, type, subtype, item, null, null, null, null);
    }
}
