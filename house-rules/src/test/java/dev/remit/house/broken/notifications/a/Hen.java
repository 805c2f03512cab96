package dev.remit.house.broken.notifications.a;

import dev.remit.house.broken.notifications.b.Egg;

/** Needs the egg. */
public record Hen(Egg egg) {}
