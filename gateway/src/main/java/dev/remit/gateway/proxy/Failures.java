package dev.remit.gateway.proxy;

import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import io.netty.channel.ConnectTimeoutException;
import java.util.concurrent.TimeoutException;

/** Says what it means for the caller that a request did not come back from its service. */
final class Failures {

    private static final String RETRY_SECONDS = "2";

    private Failures() {}

    static Problem explain(Throwable failure, Service service, boolean connected) {
        if (failure instanceof TimeoutException || failure instanceof ConnectTimeoutException) {
            return new Problem(ProblemType.GATEWAY_TIMEOUT, "%s did not answer in time.".formatted(subject(service)));
        }
        if (!connected) {
            return new Problem(
                            ProblemType.SERVICE_UNAVAILABLE,
                            "%s cannot be reached now; try again shortly.".formatted(subject(service)))
                    .with("Retry-After", RETRY_SECONDS);
        }
        return new Problem(
                ProblemType.BAD_GATEWAY,
                "%s broke off before it answered; whether it did what was asked is not known."
                        .formatted(subject(service)));
    }

    private static String subject(Service service) {
        return "The " + service.name() + " service";
    }
}
