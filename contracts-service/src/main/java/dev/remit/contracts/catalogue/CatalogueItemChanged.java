package dev.remit.contracts.catalogue;

/** The event that a catalogue item is new or has changed: its whole state. */
record CatalogueItemChanged(
        String code, String name, String category, String meaning, Matchers matchers, boolean retired, int revision) {

    static CatalogueItemChanged of(CatalogueItem item) {
        return new CatalogueItemChanged(
                item.code(),
                item.name(),
                item.category(),
                item.meaning(),
                item.matchers(),
                item.retired(),
                item.revision());
    }
}
