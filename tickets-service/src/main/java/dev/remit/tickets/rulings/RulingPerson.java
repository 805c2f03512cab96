package dev.remit.tickets.rulings;

import dev.remit.kit.http.MayBeAbsent;

/**
 * The account of somebody who ruled by hand.
 *
 * @param subject the account's id in the token
 * @param login its user name
 * @param role under which they ruled
 * @param method by which way it came
 */
public record RulingPerson(
        String subject,
        String login,
        @MayBeAbsent String role,
        @MayBeAbsent String method) {}
