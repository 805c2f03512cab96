package dev.remit.kit.loop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when a loop's thread has ended or has been at one step for so long that only a new start will help. */
@Liveness
@ApplicationScoped
class LoopHealth implements HealthCheck {
    private static final Duration LONGEST_STEP = Duration.ofMinutes(30);

    @Override
    public HealthCheckResponse call() {
        return check(LONGEST_STEP);
    }

    HealthCheckResponse check(Duration longestStep) {
        var answer = HealthCheckResponse.named("loops").up();
        for (Loop loop : Loop.started()) {
            loop.fault(longestStep).ifPresent(fault -> answer.down().withData(loop.name(), fault));
        }
        return answer.build();
    }
}
