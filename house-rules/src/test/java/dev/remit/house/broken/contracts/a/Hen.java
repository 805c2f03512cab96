package dev.remit.house.broken.contracts.a;

import dev.remit.house.broken.contracts.b.Egg;

/** Needs the egg. */
public record Hen(Egg egg) {}
