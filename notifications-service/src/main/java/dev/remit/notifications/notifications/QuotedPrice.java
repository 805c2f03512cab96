package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;

/**
 * What a quote comes to.
 *
 * @param estimate before tax; null where nobody could say of any of its lines
 * @param cap the most that is billed under it, before tax
 * @param capWithTax the same with tax
 */
public record QuotedPrice(
        @MayBeAbsent MoneyJson estimate,
        @MayBeAbsent MoneyJson cap,
        @MayBeAbsent MoneyJson capWithTax) {}
