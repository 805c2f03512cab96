package dev.remit.kit.meters;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Keeps callers from making meters: a method that HTTP does not have is measured as {@code OTHER}, and beyond
 * {@value #MOST_METERS} meters, or {@value #MOST_PATHS} paths of requests, nothing new is measured.
 */
class MeterLimits {
    static final int MOST_METERS = 5_000;
    static final int MOST_PATHS = 300;
    private static final String REQUESTS = "http.server";
    private static final String METHOD = "method";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE");

    @Produces
    @Singleton
    MeterFilter oneLabelForUnknownMethods() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String method = id.getTag(METHOD);
                return method == null || METHODS.contains(method) ? id : id.replaceTags(replaced(id.getTags()));
            }
        };
    }

    @Produces
    @Singleton
    MeterFilter paths() {
        return MeterFilter.maximumAllowableTags(REQUESTS, "uri", MOST_PATHS, MeterFilter.deny());
    }

    @Produces
    @Singleton
    MeterFilter all() {
        return MeterFilter.maximumAllowableMetrics(MOST_METERS);
    }

    private static List<Tag> replaced(List<Tag> tags) {
        return tags.stream()
                .map(tag -> tag.getKey().equals(METHOD) ? Tag.of(METHOD, "OTHER") : tag)
                .toList();
    }
}
