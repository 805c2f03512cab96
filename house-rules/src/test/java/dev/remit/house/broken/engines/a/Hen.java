package dev.remit.house.broken.engines.a;

import dev.remit.house.broken.engines.b.Egg;

/** Needs the egg. */
public record Hen(Egg egg) {}
