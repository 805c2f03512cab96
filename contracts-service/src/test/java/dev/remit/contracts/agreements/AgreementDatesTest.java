package dev.remit.contracts.agreements;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dates that agreements have ahead, as a list and as events. */
@QuarkusTest
class AgreementDatesTest extends ContractsTest {
    private static final String LIST = API + "/dates";

    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);
    private final LocalDate today = LawFirm.today();

    @Inject
    Sql sql;

    @BeforeEach
    void catalogue() {
        firm.inCatalogue();
    }

    /** Without holidays, whose list would run out on a date of its own. */
    private EditedTerms until(LocalDate end) {
        return LawFirm.terms()
                .with("/calendars/office-hours/holidays", "[]")
                .with("/effectiveFrom", "\"" + today.minusDays(10) + "\"")
                .with("/effectiveTo", "\"" + end + "\"")
                .with("/term", "{\"clause\":\"2.1\",\"renewal\":{\"mode\":\"BY_AGREEMENT\",\"noticeDays\":50}}");
    }

    private long told() {
        return sql.first(
                        "SELECT COUNT(*) FROM outbox WHERE tenant_id = ? AND type = 'AgreementDateAhead'",
                        row -> row.number(1),
                        tenant)
                .orElseThrow();
    }

    @Test
    void datesAreListedInOrder() {
        firm.active(firm.agreement(), until(today.plusDays(200)));
        owner(tenant)
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.kind", contains("NOTICE", "END"))
                .body(
                        "items.date",
                        contains(
                                today.plusDays(150).toString(),
                                today.plusDays(200).toString()))
                .body("items.daysAhead", contains(150, 200))
                .body("items[0].title", equalTo("Managed IT services"))
                .body("items[0].clientCode", equalTo("whitfield-crane"))
                .body("items[0].version", equalTo(1));
        owner(tenant).get(LIST + "?days=160").then().body("items.kind", contains("NOTICE"));
        owner(tenant).get(LIST + "?clientCode=thames-dental").then().body("items", empty());
        partner(tenant).get(LIST).then().body("items", hasSize(2));
        approver(tenant, "thames-dental", "other").get(LIST).then().body(not(containsString("Managed IT services")));
        String next = owner(tenant).get(LIST + "?limit=1").path("next");
        owner(tenant).get(LIST + "?limit=1&cursor=" + next).then().body("items.kind", contains("END"));
        owner(tenant).get(LIST + "?days=-1").then().statusCode(400);
    }

    @Test
    void whatIsEndedEarlyHasItsNewEndAndNoNotice() {
        String version = firm.active(firm.agreement(), until(today.plusDays(400)));
        String end = today.plusDays(300).toString();
        once(owner(tenant), Map.of("effectiveTo", end, "reason", "The client leaves."))
                .post(version + "/terminate")
                .then()
                .statusCode(200);
        owner(tenant).get(LIST).then().body("items.kind", contains("END")).body("items.date", contains(end));
    }

    @Test
    void whatIsTakenUpByTheNextVersionDoesNotEnd() {
        String agreement = firm.agreement();
        firm.active(agreement, until(today.plusDays(200)));
        firm.active(agreement, until(today.plusDays(500)).with("/effectiveFrom", "\"" + today.plusDays(200) + "\""));
        owner(tenant)
                .get(LIST)
                .then()
                .body(
                        "items.date",
                        contains(
                                today.plusDays(450).toString(),
                                today.plusDays(500).toString()))
                .body("items.version", contains(2, 2));
    }

    @Test
    void aDateThatComesNearIsToldOfOnce() {
        firm.active(firm.agreement(), until(today.plusDays(60)));
        await().atMost(Duration.ofSeconds(20)).until(() -> told() == 1);
        List<UUID> known = sql.list("SELECT id FROM agreement_date WHERE tenant_id = ?", row -> row.uuid(1), tenant);
        assertEquals(2, known.size());
        owner(tenant).get(LIST).then().body("items.daysAhead", contains(10, 60));
        assertEquals(
                0,
                sql.list(
                                "SELECT id FROM agreement_date WHERE tenant_id = ? AND look_at <= UTC_TIMESTAMP()",
                                row -> row.uuid(1),
                                tenant)
                        .size(),
                "there is nothing to tell before the next of the days ahead");
    }
}
