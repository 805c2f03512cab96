package dev.remit.notifications.notifications;

import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.util.List;

/**
 * A set of lines that finance can fetch.
 *
 * @param number by which it is fetched
 * @param lines how many
 * @param totals what they bill before tax, one sum a currency
 * @param csvHash SHA-256 of the file
 */
public record BatchWord(long number, int lines, List<MoneyJson> totals, String csvHash, Instant createdAt) {}
