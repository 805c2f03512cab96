package dev.remit.gateway.proxy;

import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import dev.remit.gateway.proxy.CountsByOwner.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What the gateway tells those who want more than there is, and how often it did: {@code remit_gateway_refused_total}. */
@Singleton
class Refusals {

    private static final String RETRY_SECONDS = "1";

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    Problem tooManyAtOnce(Kind share) {
        count("requests", share);
        return new Problem(
                        ProblemType.TOO_MANY_REQUESTS,
                        subject(share) + " as many requests under way as fit; wait for one to end.")
                .with("Retry-After", RETRY_SECONDS);
    }

    Problem tooManyAMinute(Kind share, long secondsToWait) {
        count("rate", share);
        return new Problem(
                        ProblemType.TOO_MANY_REQUESTS,
                        subject(share) + " sent as many requests of this kind as a minute has room for; send fewer.")
                .with("Retry-After", Long.toString(Math.max(1, secondsToWait)));
    }

    Problem tooManyBytes(Kind share) {
        count("bytes", share);
        return share == Kind.ALL || share == Kind.CALLBACKS
                ? new Problem(
                                ProblemType.SERVICE_UNAVAILABLE,
                                "Too much is being sent to us just now; try again shortly.")
                        .with("Retry-After", RETRY_SECONDS)
                : new Problem(
                                ProblemType.TOO_MANY_REQUESTS,
                                subject(share) + " as much under way as fits; send less at once.")
                        .with("Retry-After", RETRY_SECONDS);
    }

    private void count(String what, Kind share) {
        meters.counter(
                        "remit.gateway.refused",
                        "what",
                        what,
                        "share",
                        share.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private static String subject(Kind share) {
        return switch (share) {
            case CALLER -> "You have";
            case TENANT -> "Your tenant has";
            case SOURCE -> "This address has";
            case CALLBACKS -> "Callbacks have";
            case LOGOS -> "Logos have";
            case ALL -> "All have";
        };
    }
}
