package dev.remit.tickets.measurements;

import java.util.UUID;

/**
 * What other services hear of measurements.
 *
 * @param revision from 1
 * @param numerator null where what was said before is withdrawn, as is the denominator
 */
record MeasurementRecorded(
        UUID clientId,
        String clientCode,
        String parameter,
        String period,
        int revision,
        Long numerator,
        Long denominator) {
    static final String TYPE = "MeasurementRecorded";

    static MeasurementRecorded of(String clientCode, MeasurementRevision revision) {
        return new MeasurementRecorded(
                revision.clientId(),
                clientCode,
                revision.parameter(),
                revision.period().toString(),
                revision.revision(),
                revision.measured().map(MeasurementBody::numerator).orElse(null),
                revision.measured().map(MeasurementBody::denominator).orElse(null));
    }
}
