import dev.remit.client.ApiClient;
import dev.remit.client.api.BillingSandboxApi;
import dev.remit.client.api.ContractsSandboxApi;
import dev.remit.client.api.ExtrasApi;
import dev.remit.client.api.FinanceApi;
import dev.remit.client.api.QuotesApi;
import dev.remit.client.api.TicketsApi;
import dev.remit.client.api.TicketsSandboxApi;
import dev.remit.client.api.WorklogApi;
import dev.remit.client.model.BatchAcknowledgementRequest;
import dev.remit.client.model.ClockMove;
import dev.remit.client.model.CutOffRequest;
import dev.remit.client.model.ExportBatch;
import dev.remit.client.model.ExportBatchRequest;
import dev.remit.client.model.FinanceFeedItem;
import dev.remit.client.model.Quote;
import dev.remit.client.model.QuoteApproval;
import dev.remit.client.model.QuoteChange;
import dev.remit.client.model.Ruling;
import dev.remit.client.model.TicketSnapshot;
import dev.remit.client.model.TimeEntrySnapshot;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The office move of the README, by the generated client: from the ticket to the acknowledged batch. */
final class Story {
    private static final ApiClient OWNER = client("owner");
    private static final ApiClient DESK = client("desk");
    private static final ApiClient FINANCE = client("finance");
    private static final ApiClient PSA = client("psa-sync");
    private static final ApiClient PULLER = client("finance-pull");

    public static void main(String[] none) throws Exception {
        now("2026-06-25T18:00:00Z");
        UUID id = ticket("1-received.json");
        Ruling ruling = until(() -> new TicketsApi(DESK).getTicket(id).getWorkItems().stream()
                .map(item -> item.getRuling())
                .filter(found -> found != null)
                .findFirst()
                .orElse(null));
        System.out.println(ruling.getVerdict() + " " + ruling.getClause().getId());

        now("2026-06-25T19:00:00Z");
        UUID quote = sendQuote(id);
        now("2026-06-25T19:30:00Z");
        ticket("2-answered.json");
        now("2026-06-26T14:00:00Z");
        System.out.println(new QuotesApi(client("partner"))
                .approveQuote(quote, "yes-" + quote, new QuoteApproval().typedName("Eleanor Whitfield"))
                .getStatus());

        now("2026-06-27T21:15:00Z");
        ticket("3-resolved.json");
        worked("time-dana.json", "70124-1");
        worked("time-miguel.json", "70124-2");
        until(() -> new ExtrasApi(FINANCE).listExtras(null, null, null, null, id).getItems().size() == 4 ? true : null);

        now("2026-06-29T13:00:00Z");
        closeTheWeek();
    }

    private static UUID sendQuote(UUID ticket) throws Exception {
        QuotesApi quotes = new QuotesApi(DESK);
        Quote draft = until(() ->
                quotes.listQuotes(null, null, null, null, null, ticket).getItems().stream().findFirst().orElse(null));
        String etag = quotes.getQuoteWithHttpInfo(draft.getId(), null).getHeaders().get("etag").get(0);
        QuoteChange change = OWNER.getObjectMapper()
                .readValue(
                        """
                        {"summary": "Two technicians on Saturday",
                         "lines": [{"what": "8:00 to 17:00", "workType": "ONSITE", "siteCode": "broad-street",
                                    "start": "2026-06-27T12:00:00Z", "minutes": 540, "technicians": 2, "travel": true}],
                         "cap": {"amount": "4000.00", "currency": "USD"}, "confirmCapBelowEstimate": true,
                         "expiresAt": "2026-07-02T21:30:00Z",
                         "approverEmail": "eleanor.whitfield@whitfield-crane.example"}
                        """,
                        QuoteChange.class);
        quotes.changeQuote(draft.getId(), etag, change);
        quotes.sendQuote(draft.getId(), "send-" + draft.getId(), null);
        return draft.getId();
    }

    private static void closeTheWeek() throws Exception {
        FinanceApi finance = new FinanceApi(FINANCE);
        FinanceApi puller = new FinanceApi(PULLER);
        finance.createCutOff("june-28", new CutOffRequest().through(LocalDate.parse("2026-06-28")));
        for (FinanceFeedItem line : puller.readFinanceFeed(0L, null).getItems()) {
            System.out.println(line.getPosition() + " " + line.getExtra().getBilled().getAmount() + " "
                    + line.getExtra().getArithmetic());
        }
        ExportBatch batch = finance.createExportBatch("batch-june-28", new ExportBatchRequest());
        System.out.println(csv(batch.getNumber()).lines().count() + " lines of CSV");
        System.out.println(puller.acknowledgeExportBatch(
                        batch.getNumber(), new BatchAcknowledgementRequest().reference("INV-1001"))
                .getAcknowledgement()
                .getReference());
    }

    /** The generated client reads every answer as JSON, so a file is fetched without it. */
    private static String csv(long number) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("REMIT_URL")
                        + "/api/billing/v1/export-batches/" + number + "/lines.csv"))
                .header("Authorization", "Bearer " + System.getenv("TOKEN_FINANCE_PULL"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void now(String instant) throws Exception {
        ClockMove move = new ClockMove().now(OffsetDateTime.parse(instant));
        new ContractsSandboxApi(OWNER).contractsMoveSandboxClock(move);
        new TicketsSandboxApi(OWNER).ticketsMoveSandboxClock(move);
        new BillingSandboxApi(OWNER).billingMoveSandboxClock(move);
    }

    private static UUID ticket(String file) throws Exception {
        return new TicketsApi(PSA).syncTicket("cw", "70124", read(file, TicketSnapshot.class)).getId();
    }

    private static void worked(String file, String key) throws Exception {
        new WorklogApi(PSA).syncTimeEntry("cw", key, read(file, TimeEntrySnapshot.class));
    }

    private static <T> T read(String file, Class<T> type) throws Exception {
        return PSA.getObjectMapper().readValue(Files.readString(Path.of(System.getenv("REMIT_STORY"), file)), type);
    }

    private static <T> T until(Callable<T> ask) throws Exception {
        for (int n = 0; n < 300; n++) {
            T found = ask.call();
            if (found != null) {
                return found;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("It did not come in half a minute");
    }

    private static ApiClient client(String who) {
        String token = System.getenv("TOKEN_" + who.toUpperCase(Locale.ROOT).replace('-', '_'));
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv("REMIT_URL"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }
}
