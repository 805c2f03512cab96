package dev.remit.notifications.people;

/** An owner is known who can be written to. */
public record OwnerKnown(String login) {}
