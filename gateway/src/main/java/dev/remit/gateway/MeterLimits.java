package dev.remit.gateway;

import dev.remit.gateway.exchange.Methods;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Keeps the number of time series bounded, whatever callers send. */
class MeterLimits {

    private static final String METHOD = "method";
    private static final int MOST_ADDRESSES = 50;
    private static final int MOST_METERS = 5_000;

    /** Methods that mean nothing here share one name. */
    @Produces
    @Singleton
    MeterFilter oneNameForOtherMethods() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String method = id.getTag(METHOD);
                return method == null || method.equals(Methods.label(method))
                        ? id
                        : id.replaceTags(id.getTags().stream()
                                .map(tag -> tag.getKey().equals(METHOD) ? Tag.of(METHOD, Methods.label(method)) : tag)
                                .toList());
            }
        };
    }

    @Produces
    @Singleton
    MeterFilter fewAddresses() {
        return MeterFilter.maximumAllowableTags("http.server.requests", "uri", MOST_ADDRESSES, MeterFilter.deny());
    }

    @Produces
    @Singleton
    MeterFilter fewMeters() {
        return MeterFilter.maximumAllowableMetrics(MOST_METERS);
    }
}
