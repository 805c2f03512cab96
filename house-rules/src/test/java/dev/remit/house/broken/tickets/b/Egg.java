package dev.remit.house.broken.tickets.b;

import dev.remit.house.broken.tickets.a.Hen;

/** Needs the hen. */
public record Egg(Hen hen) {}
