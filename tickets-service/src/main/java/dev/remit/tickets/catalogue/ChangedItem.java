package dev.remit.tickets.catalogue;

import dev.remit.engines.catalogue.ItemMatchers;

/**
 * What we read of a catalogue item that is new or has changed.
 *
 * @param category null for none
 * @param revision rises with every change of the item
 */
public record ChangedItem(String code, String category, ItemMatchers matchers, long revision) {}
