package dev.remit.billing.simulations;

/** The example of the API document. */
final class SimulationExample {
    static final String SATURDAY = """
            {"calendar":{"zone":"America/Chicago","weekly":{"MONDAY":[["08:00","18:00"]]},"holidays":[],
                         "weekendDays":["SATURDAY","SUNDAY"]},
             "rateCard":{"currency":"USD","hourlyMinor":{"ONSITE":15000},
                         "multipliers":{"BUSINESS":"1","AFTER_HOURS":"1.5","WEEKEND":"1.5","HOLIDAY":"2"},
                         "minimumMinutes":0,"roundingMinutes":15,"roundingMode":"UP","travelFeeMinor":7500,
                         "taxRatePercent":"8.25","blockBurn":"PLAIN"},
             "entries":[{"id":"t1","workType":"ONSITE","start":"2026-06-20T13:00:00Z","end":"2026-06-20T22:00:00Z",
                         "travel":true}],
             "blocks":[],"capMinor":null,"alreadyBilledMinor":0}""";

    private SimulationExample() {}
}
