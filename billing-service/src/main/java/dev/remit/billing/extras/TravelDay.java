package dev.remit.billing.extras;

import dev.remit.billing.work.Entry;
import java.time.LocalDate;

/** A trip is charged once for a technician, a site and a local date, whatever the work was. */
record TravelDay(String technicianId, String siteCode, LocalDate date) {

    static TravelDay of(Entry entry) {
        return new TravelDay(entry.technicianId(), entry.siteCode(), entry.workDate());
    }

    static TravelDay of(Grounds grounds) {
        return new TravelDay(grounds.technicianId(), grounds.siteCode(), grounds.workDate());
    }
}
