package dev.remit.house.broken.notifications.b;

import dev.remit.house.broken.notifications.a.Hen;

/** Needs the hen. */
public record Egg(Hen hen) {}
