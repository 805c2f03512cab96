package dev.remit.gateway.proxy;

import dev.remit.gateway.exchange.RequestPath;

/**
 * Where a request goes and under which rules.
 *
 * @param name      for the log
 * @param path      sent on as it came
 * @param guarded   whether it needs a token; a PSA's webhook is known by its signature, which its service checks
 * @param bodyLimit in bytes
 */
record ApiRoute(String name, Service service, RequestPath path, boolean guarded, long bodyLimit) {}
