package dev.remit.gateway.exchange;

/**
 * Where a request comes from, as far as it can be believed.
 *
 * @param address of whoever sent it, an IP address
 * @param scheme by which it was sent: {@code http} or {@code https}
 */
public record Origin(String address, String scheme) {}
