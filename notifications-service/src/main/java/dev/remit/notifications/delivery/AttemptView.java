package dev.remit.notifications.delivery;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One try of a delivery. */
@Schema(name = "DeliveryAttempt", description = "One try of a delivery.")
record AttemptView(
        @Schema(description = "Counts the tries, from 1") int number,

        @Schema(description = "By the machine's time, as its signature")
        Instant at,

        @Schema(description = "How many milliseconds it took")
        long tookMillis,

        String url,

        @Schema(description = "The header fields that were sent beside those of every request")
        Map<String, String> fields,

        @MayBeAbsent @Schema(description = "Absent where no answer came")
        Integer status,

        @MayBeAbsent DeliveryAnswer answer,

        @MayBeAbsent @Schema(description = "Why no answer came")
        String failure) {

    @Schema(name = "DeliveryAnswer", description = "What a receiver answered.")
    record DeliveryAnswer(
            Map<String, String> fields,

            @Schema(description = "Its first 8 KiB, as text")
            String body,

            @Schema(description = "Whether there was more, or the rest did not come in time")
            boolean cut) {}

    static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.number(),
                attempt.at(),
                attempt.tookMillis(),
                attempt.request().url(),
                attempt.request().fields(),
                attempt.status().orElse(null),
                attempt.answer()
                        .map(answer -> new DeliveryAnswer(answer.fields(), answer.body(), answer.cut()))
                        .orElse(null),
                attempt.failure().orElse(null));
    }
}
