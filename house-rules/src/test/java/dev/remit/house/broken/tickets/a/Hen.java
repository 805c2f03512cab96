package dev.remit.house.broken.tickets.a;

import dev.remit.house.broken.tickets.b.Egg;

/** Needs the egg. */
public record Hen(Egg egg) {}
