package dev.remit.house.broken.engines.b;

import dev.remit.house.broken.engines.a.Hen;

/** Needs the hen. */
public record Egg(Hen hen) {}
