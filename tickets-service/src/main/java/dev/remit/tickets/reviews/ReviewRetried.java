package dev.remit.tickets.reviews;

import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.ReceiptView;
import dev.remit.tickets.intake.Review;

/** What came of taking a payload in again. */
record ReviewRetried(ReviewView review, ReceiptView receipt) {
    static ReviewRetried of(Review review, Receipt receipt) {
        return new ReviewRetried(ReviewView.of(review), ReceiptView.of(receipt));
    }
}
