import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.client.ApiClient;
import dev.remit.client.api.FinanceApi;
import dev.remit.client.model.Extra;
import dev.remit.client.model.FinanceFeed;
import dev.remit.client.model.FinanceFeedItem;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Pulls what may be invoiced, as docs/clients.md tells. */
final class Feed {
    public static void main(String[] none) throws Exception {
        String token = token();
        ApiClient client = new ApiClient();
        client.updateBaseUri(setting("REMIT_URL", "http://localhost:8080"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        FinanceApi remit = new FinanceApi(client);
        long after = 0;
        FinanceFeed page = remit.readFinanceFeed(after, 200);
        while (!page.getItems().isEmpty()) {
            for (FinanceFeedItem item : page.getItems()) {
                Extra extra = item.getExtra();
                System.out.println(item.getPosition() + " " + extra.getClientCode() + " " + extra.getKind() + " "
                        + extra.getBilled() + " " + extra.getArithmetic());
                after = item.getPosition();
            }
            page = remit.readFinanceFeed(after, 200);
        }
    }

    private static String token() throws Exception {
        String form = "grant_type=client_credentials&client_id=" + encoded(System.getenv("REMIT_CLIENT"))
                + "&client_secret=" + encoded(System.getenv("REMIT_SECRET"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("REMIT_TOKEN_URL")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
