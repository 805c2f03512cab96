package dev.remit.engines.scope;

import java.time.LocalDate;

/**
 * Names one count of included volume of a client.
 *
 * @param unit what is counted
 * @param item the catalogue item of which it is counted; null where it is counted of a category
 * @param category the category of which it is counted; null where it is counted of an item
 * @param period the length of the period
 * @param from its first day
 */
public record VolumeKey(VolumeUnit unit, String item, String category, VolumePeriod period, LocalDate from) {}
