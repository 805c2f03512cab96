package dev.remit.tickets.measurements;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;

/** Keeps what was measured in one column. */
public class MeasurementBodyColumn extends JsonColumn<MeasurementBody> {
    public MeasurementBodyColumn() {
        super(new TypeReference<>() {});
    }
}
