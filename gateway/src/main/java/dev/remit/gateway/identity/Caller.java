package dev.remit.gateway.identity;

/**
 * Who sends a request, as a token says whose signature and claims are in order.
 *
 * @param subject        the person or the client
 * @param tenant         null where the token names none
 * @param service        whether it is one of our own services
 * @param expiresSeconds when the token is over, in seconds since 1970
 */
record Caller(String subject, String tenant, boolean service, long expiresSeconds) {}
