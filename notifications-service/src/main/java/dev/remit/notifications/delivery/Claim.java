package dev.remit.notifications.delivery;

import java.util.UUID;

/**
 * The right to send what is foremost of a subject, until it runs out.
 *
 * @param lease whose it is: a claim that was made after this one ran out has another
 */
record Claim(UUID tenant, UUID subscription, UUID subject, UUID lease) {}
