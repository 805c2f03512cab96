package dev.remit.contracts.agreements.reading;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.engines.json.Json;
import dev.remit.kit.paper.PaperCopies;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reading copy on paper. */
@QuarkusTest
class PaperCopyTest extends ContractsTest {
    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @BeforeEach
    void catalogue() {
        firm.inCatalogue();
    }

    private String drafted(String clause) {
        EditedTerms terms =
                LawFirm.terms().with("/clauses/0/text", Json.tree(clause).toString());
        return firm.draft(firm.agreement(), terms) + "/reading-copy";
    }

    private RequestSpecification asPdf() {
        return owner(tenant).accept("application/pdf");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void paperIsTiedToWhatIsSigned() throws IOException {
        String version = firm.draft(firm.agreement(), LawFirm.terms());
        firm.propose(version);
        String hash = owner(tenant).get(version + "/document").path("readingCopy.sha256");
        byte[] pdf = asPdf().get(version + "/reading-copy")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("filename=\"whitfield-crane "))
                .header("Content-Disposition", endsWith("version%201.pdf"))
                .extract()
                .asByteArray();
        Files.write(Path.of("target/reading-copy.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() > 1);
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                PDFTextStripper page = new PDFTextStripper();
                page.setStartPage(number);
                page.setEndPage(number);
                String text = page.getText(document);
                assertTrue(text.contains("Reading copy, SHA-256 " + hash), text);
                assertTrue(text.contains(number + " / " + document.getNumberOfPages()), text);
            }
            assertEquals(595, Math.round(document.getPage(0).getMediaBox().getWidth()));
            assertEquals(842, Math.round(document.getPage(0).getMediaBox().getHeight()));
        }
        assertArrayEquals(pdf, asPdf().get(version + "/reading-copy").asByteArray());
        asPdf().header("If-None-Match", "W/\"" + hash + ".pdf\"")
                .get(version + "/reading-copy")
                .then()
                .statusCode(304);
        partner(tenant)
                .accept("application/pdf")
                .get(version + "/reading-copy")
                .then()
                .statusCode(200);
    }

    @Test
    void whoeverTakesHtmlTooGetsHtml() {
        String page = drafted("We look after your computers.");
        for (String accepted : new String[] {"*/*", "text/html,application/xhtml+xml,*/*;q=0.8"}) {
            owner(tenant).accept(accepted).get(page).then().statusCode(200).contentType("text/html");
        }
        owner(tenant).accept("image/png").get(page).then().statusCode(406).body("type", endsWith("/not-acceptable"));
    }

    @Test
    void lettersAreThemselves() throws IOException {
        String said = "Te Kōwhai · Ōtāhuhu – 2 × €500 or £420; Zoë, Łukasz, Ångström, Ξένια, Ирина “quoted” ½ § …";
        String text = text(asPdf().get(drafted(said)).asByteArray());
        assertTrue(text.contains(said), text);
    }

    @Test
    void whatTheFontsLackIsRefused() {
        for (String lacking : new String[] {"株式会社", "שלום", "مرحبا"}) {
            asPdf().get(drafted("We work for " + lacking + "."))
                    .then()
                    .statusCode(406)
                    .body("detail", containsString(lacking.substring(0, 1)));
        }
    }

    @Test
    void clauseLoadsNothingAndIsText() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            String said = "<img src=\"" + address + "/a.png\"/> <link rel=\"stylesheet\" href=\"" + address
                    + "/b.css\"/> <img src=\"file:///etc/hostname\"/> &amp; </p>";
            String text = text(asPdf().get(drafted(said)).asByteArray());
            assertTrue(text.contains(said), text);

            // Even a page that had them as elements would load none of them.
            String page = "<html><head><title>t</title><link rel=\"stylesheet\" href=\"" + address
                    + "/b.css\"/></head><body>" + "<img src=\"" + address
                    + "/a.png\"/><img src=\"file:///etc/hostname\"/><p>read</p></body></html>";
            assertTrue(text(new PaperCopies().print(page.getBytes(StandardCharsets.UTF_8), ReadingCopy.paperStyle()))
                    .contains("read"));
            assertEquals(0, asked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void longPageIsMadeAndALongerOneIsRefused() {
        asPdf().get(longDraft(28)).then().statusCode(200);
        asPdf().get(longDraft(40))
                .then()
                .statusCode(406)
                .body("detail", startsWith("A page of more than 512 KiB is not made into a PDF."));
    }

    private String longDraft(int clauses) {
        String line = "The provider keeps the service level by the calendar of the site, day by day. ";
        EditedTerms terms = LawFirm.terms();
        for (int i = 0; i < clauses; i++) {
            Map<String, String> clause = Map.of("id", "90." + i, "title", "More", "text", line.repeat(200));
            terms = terms.with("/clauses/-", Json.tree(clause).toString());
        }
        return firm.draft(firm.agreement(), terms) + "/reading-copy";
    }
}
