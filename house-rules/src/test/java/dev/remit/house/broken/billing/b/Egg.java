package dev.remit.house.broken.billing.b;

import dev.remit.house.broken.billing.a.Hen;

/** Needs the hen. */
public record Egg(Hen hen) {}
