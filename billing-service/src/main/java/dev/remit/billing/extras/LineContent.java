package dev.remit.billing.extras;

import dev.remit.engines.ledger.Figures;
import dev.remit.engines.ledger.LineKey;

/** What an unpublished line says. */
record LineContent(LineKey key, Figures figures, LineBasis basis) {}
