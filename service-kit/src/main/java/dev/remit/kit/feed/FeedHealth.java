package dev.remit.kit.feed;

import dev.remit.kit.sql.SqlFailure;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Shows how far behind the consumers are and what they set aside. Always up: a service whose neighbour is down still serves. */
@Wellness
@ApplicationScoped
class FeedHealth implements HealthCheck {
    private static final Duration USUAL_SILENCE = Duration.ofMinutes(1);

    private final FeedConsumers consumers;

    FeedHealth(FeedConsumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("feeds").up();
        for (FeedConsumer consumer : consumers.all()) {
            tell(answer, consumer.name() + ".lag", consumer::lag);
            tell(answer, consumer.name() + ".setAside", consumer::setAside);
            tell(answer, consumer.name() + ".paused", consumer::paused);
            if (consumer.silence().compareTo(USUAL_SILENCE) > 0) {
                answer.withData(
                        consumer.name() + ".silenceSeconds", consumer.silence().toSeconds());
            }
            if (consumer.trouble() != null) {
                answer.withData(consumer.name() + ".trouble", consumer.trouble());
            }
        }
        return answer.build();
    }

    private static void tell(HealthCheckResponseBuilder answer, String what, LongSupplier count) {
        try {
            answer.withData(what, count.getAsLong());
        } catch (SqlFailure e) {
            answer.withData(what, "unknown");
        }
    }
}
