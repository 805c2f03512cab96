package dev.remit.psa;

/** What a platform told us in one message, in our words. */
public sealed interface PsaFacts permits TicketFacts, TimeEntryFacts, DeletedFact {

    /** The platform's own key of the object; unique per connection and kind of object. Never null. */
    String externalId();
}
