package dev.remit.house.broken.contracts.b;

import dev.remit.house.broken.contracts.a.Hen;

/** Needs the hen. */
public record Egg(Hen hen) {}
