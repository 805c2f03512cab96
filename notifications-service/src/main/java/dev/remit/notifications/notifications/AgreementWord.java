package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How a version of an agreement stands.
 *
 * @param state of one that ends before its time: TERMINATED or WITHDRAWN
 * @param effectiveTo the first local date without it; null while it is open-ended
 * @param date of a date that comes near: which it is (NOTICE, RENEWAL, END or HOLIDAYS)
 * @param on of a date that comes near: the date
 */
public record AgreementWord(
        UUID agreementId,
        int version,
        @MayBeAbsent String contentHash,
        @MayBeAbsent String state,
        @MayBeAbsent LocalDate effectiveFrom,
        @MayBeAbsent LocalDate effectiveTo,
        @MayBeAbsent String date,
        @MayBeAbsent LocalDate on) {}
