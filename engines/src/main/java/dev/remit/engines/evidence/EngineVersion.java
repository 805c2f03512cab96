package dev.remit.engines.evidence;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;

/**
 * What an answer was computed with. The same facts under the same versions give the same bytes; where one of them
 * differs, a difference in the answer can be explained by it.
 */
public final class EngineVersion {

    /** Raised with every change after which the same facts could give another answer. */
    public static final String ENGINE = "1";

    private EngineVersion() {}

    /**
     * The version of the time-zone rules that a zone is read from, such as {@code 2025b}.
     *
     * @return never null; {@code fixed} for a mere offset, which has no rules that could change
     */
    public static String tzdb(ZoneId zone) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())) {
            return "fixed";
        }
        return ZoneRulesProvider.getVersions(zone.getId()).lastKey();
    }
}
