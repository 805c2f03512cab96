package dev.remit.contracts.clients;

/** Bodies shown in the API document. */
final class ClientExamples {
    static final String NEW = """
            {
              "code": "whitfield-crane",
              "name": "Whitfield & Crane LLP",
              "timeZone": "America/New_York",
              "currency": "USD",
              "sites": [
                {
                  "code": "broad-street",
                  "name": "40 Broad Street",
                  "timeZone": "America/New_York",
                  "externalRefs": [{"connection": "cw", "id": "28"}]
                }
              ],
              "approvers": [
                {"name": "Eleanor Whitfield", "email": "eleanor.whitfield@whitfield-crane.example", "username": "partner"}
              ],
              "externalRefs": [{"connection": "cw", "id": "250"}]
            }
            """;

    static final String CHANGED = """
            {
              "name": "Whitfield & Crane LLP",
              "timeZone": "America/New_York",
              "currency": "USD",
              "sites": [
                {"code": "broad-street", "name": "40 Broad Street, 12th floor", "timeZone": "America/New_York"}
              ],
              "approvers": [
                {"name": "Eleanor Whitfield", "email": "eleanor.whitfield@whitfield-crane.example", "username": "partner"},
                {
                  "name": "Samuel Crane",
                  "email": "samuel.crane@whitfield-crane.example",
                  "username": "samuel",
                  "deputyOf": "partner"
                }
              ],
              "externalRefs": [{"connection": "cw", "id": "250"}]
            }
            """;

    private ClientExamples() {}
}
