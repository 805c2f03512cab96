package dev.remit.kit.feed;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Shows how far behind the consumers are. Always up: a service whose neighbour is down still serves. */
@Wellness
@ApplicationScoped
class FeedHealth implements HealthCheck {
    private final FeedConsumers consumers;

    FeedHealth(FeedConsumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("feeds").up();
        for (FeedConsumer<?> consumer : consumers.all()) {
            answer.withData(consumer.name() + ".lag", consumer.lag());
            if (consumer.trouble() != null) {
                answer.withData(consumer.name() + ".trouble", consumer.trouble());
            }
        }
        return answer.build();
    }
}
