package dev.remit.house.broken.billing.a;

import dev.remit.house.broken.billing.b.Egg;

/** Needs the egg. */
public record Hen(Egg egg) {}
