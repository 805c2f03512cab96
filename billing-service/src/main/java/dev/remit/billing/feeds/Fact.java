package dev.remit.billing.feeds;

/** What an event of the tickets service tells. */
sealed interface Fact permits WorkItemRuled, TimeEntryRecorded, TicketStatusRecorded {}
