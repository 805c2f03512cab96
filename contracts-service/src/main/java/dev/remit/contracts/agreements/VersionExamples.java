package dev.remit.contracts.agreements;

/** Bodies shown in the API document. */
final class VersionExamples {
    static final String TERMS = """
            {
              "effectiveFrom": "2026-01-01",
              "clauses": [
                {"id": "2.1", "title": "Hours of cover", "text": "We work Monday to Friday, 8:30 to 17:30."},
                {"id": "3.1", "title": "Response and resolution", "text": "We act within the times in the table."},
                {"id": "4.2", "title": "Office moves", "text": "Office moves are not included. They are charged by the hour under an estimate that you have approved."},
                {"id": "6.1", "title": "Rates", "text": "On-site work is 150.00 dollars an hour; weekends count one and a half times."}
              ],
              "scopeRules": [
                {
                  "clause": "4.2",
                  "item": "office-move",
                  "treatment": "EXTRA",
                  "workType": "ONSITE",
                  "estimateMinutes": 1080,
                  "approval": "REQUIRED"
                }
              ],
              "coverage": {
                "clause": "2.1",
                "zone": "America/New_York",
                "weekly": {
                  "MONDAY": [["08:30", "17:30"]],
                  "TUESDAY": [["08:30", "17:30"]],
                  "WEDNESDAY": [["08:30", "17:30"]],
                  "THURSDAY": [["08:30", "17:30"]],
                  "FRIDAY": [["08:30", "17:30"]]
                },
                "holidays": ["2026-06-19", "2026-07-03"]
              },
              "serviceLevels": [
                {
                  "clause": "3.1",
                  "priority": "P3",
                  "responseMinutes": 240,
                  "resolutionMinutes": 2400,
                  "noTarget": ["PLAN", "UPDATE"],
                  "calendar": "COVERAGE",
                  "pauses": {"RESOLUTION": ["CLIENT", "VENDOR", "APPROVAL", "SCHEDULED"]}
                }
              ],
              "rateCard": {
                "clause": "6.1",
                "currency": "USD",
                "hourly": [{"workType": "ONSITE", "rate": "150.00"}],
                "multipliers": {"BUSINESS": "1", "AFTER_HOURS": "1.5", "WEEKEND": "1.5", "HOLIDAY": "2"},
                "minimumMinutes": 0,
                "incrementMinutes": 15,
                "roundingMode": "UP",
                "travel": {"kind": "FLAT", "fee": "75.00"},
                "taxRatePercent": "8.875"
              }
            }
            """;

    static final String SIGNATURE = """
            {
              "name": "Eleanor Whitfield",
              "contentHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            }
            """;

    static final String TERMINATION = """
            {"effectiveTo": "2026-10-01"}
            """;

    private VersionExamples() {}
}
