package dev.remit.engines.scope;

import java.time.LocalDate;

/**
 * Names one count of included volume of a client.
 *
 * @param item the catalogue item's code
 * @param period the length of the period
 * @param from its first day
 */
public record VolumeKey(String item, VolumePeriod period, LocalDate from) {}
