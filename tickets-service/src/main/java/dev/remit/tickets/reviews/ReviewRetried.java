package dev.remit.tickets.reviews;

import dev.remit.tickets.intake.ReceiptView;

/** What came of taking a payload in again. */
record ReviewRetried(ReviewView review, ReceiptView receipt) {}
