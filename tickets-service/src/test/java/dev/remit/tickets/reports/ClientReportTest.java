package dev.remit.tickets.reports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page of a client's month. Tickets are created on Thursday, 11 June 2026 at 14:00 in New York, their response is due on Friday at 9:00. */
@QuarkusTest
class ClientReportTest extends TicketsTest {
    private static final String PAGE = Msp.API + "/reports/clients/" + Msp.CLIENT + "?period=2026-06";

    private Msp msp;

    @BeforeEach
    void signedWithAPromise() {
        msp = Msp.withExcuses("2026-06-13T22:00:00Z");
    }

    private String send(String externalId, Snapshot snapshot) {
        return msp.awaitRuled(msp.send(externalId, snapshot)).getString("id");
    }

    private String page() {
        return msp.as("owner")
                .accept("text/html")
                .get(PAGE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void aPartnerReadsWhatWasPromisedMetAndMissedAndWhy() throws Exception {
        String late = send("70123", Snapshot.officeMove());
        send(
                "70124",
                Snapshot.officeMove()
                        .message("m1", "2026-06-11T19:00:00Z", "MSP")
                        .at("2026-06-11T19:00:00Z"));
        msp.posting("service-desk")
                .body(Map.of(
                        "clock",
                        "RESPONSE",
                        "cycle",
                        "created",
                        "reason",
                        "FORCE_MAJEURE",
                        "note",
                        "The grid was down"))
                .post(Msp.API + "/tickets/" + late + "/excuses")
                .then()
                .statusCode(201);
        String page = page();
        Files.writeString(Path.of("target/client-report.html"), page);
        for (String said : new String[] {
            "Whitfield &amp; Crane LLP: June 2026",
            "Targets met: 1 of 2, which is 50.00 %, and 100.00 % without those that were excused.",
            "Tickets that came in: 2. Resolved: 0.",
            "<strong>70123</strong>, Move our office to the 12th floor (P3, response).",
            "nobody had answered. Of the 19 h since it began: 4 h the MSP&#39;s, 15 h outside",
            "Excused: force majeure, The grid was down.",
            "<th scope=\"row\">with us</th>",
            "<th scope=\"row\">outside working hours</th>",
            "Nothing was reopened."
        }) {
            assertTrue(page.contains(said), () -> said + "\n" + page);
        }
        Document read = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        NodeList tables = read.getElementsByTagName("table");
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            int columns = table.getElementsByTagName("thead")
                    .item(0)
                    .getFirstChild()
                    .getChildNodes()
                    .getLength();
            assertEquals(1, table.getElementsByTagName("caption").getLength());
            NodeList rows = ((Element) table.getElementsByTagName("tbody").item(0)).getElementsByTagName("tr");
            for (int row = 0; row < rows.getLength(); row++) {
                assertEquals(
                        columns,
                        rows.item(row).getChildNodes().getLength(),
                        rows.item(row).getTextContent());
            }
        }
    }

    @Test
    void paperSaysTheSame() throws IOException {
        send("70123", Snapshot.officeMove().with("title", "Move 株式会社 Zoë's office"));
        byte[] pdf = msp.partner()
                .accept("application/pdf")
                .get(PAGE)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", equalTo("attachment; filename=\"remit-client-report.pdf\""))
                .extract()
                .asByteArray();
        Files.write(Path.of("target/client-report.pdf"), pdf);
        String text = text(pdf);
        assertTrue(text.contains("Targets met: 0 of 1, which is 0.00 %."), text);
        assertTrue(text.contains("nobody had answered."), text);
        assertTrue(text.contains("Move □□□□ Zoë's office"), text);
    }

    @Test
    void aConfidentialTicketIsNamedByItsNumberAlone() {
        String late = send("70123", Snapshot.officeMove().with("confidential", true));
        msp.posting("service-desk")
                .body(Map.of("clock", "RESPONSE", "cycle", "created", "reason", "FORCE_MAJEURE", "note", "The merger"))
                .post(Msp.API + "/tickets/" + late + "/excuses")
                .then()
                .statusCode(201);
        String page = page();
        assertFalse(page.contains("Move our office"), page);
        assertFalse(page.contains("The merger"), page);
        assertTrue(page.contains("<strong>70123</strong>, a confidential ticket"), page);
    }

    @Test
    void aClientReadsItsOwnAlone() {
        send("70123", Snapshot.officeMove());
        msp.tellClient(UUID.randomUUID(), "another", "999", "99");
        msp.partner()
                .get(PAGE)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("70123"));
        String another = msp.partnerOf("another")
                .get(Msp.API + "/reports/clients/another?period=2026-06")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertFalse(another.contains("70123"), another);
        assertTrue(another.contains("Nothing was late."), another);
        msp.partnerOf("another").get(PAGE).then().statusCode(404);
        msp.as("owner").get(Msp.API + "/reports/clients/nobody").then().statusCode(404);
        msp.as("technician").get(PAGE).then().statusCode(403);
    }

    @Test
    void whatWasMeasuredStandsBesideWhatWasPromised() {
        msp.posting("owner")
                .body(Map.of(
                        "numerator",
                        43_100,
                        "denominator",
                        43_200,
                        "source",
                        "Monitor",
                        "exclusions",
                        List.of(Map.of("reason", "MAINTENANCE", "numerator", 0, "denominator", 60))))
                .put(Msp.API + "/clients/" + Msp.CLIENT + "/measurements/server-uptime/2026-06")
                .then()
                .statusCode(200);
        msp.clock("2026-07-01T12:00:00Z");
        String page = page().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        assertTrue(
                page.contains("Uptime of the servers 3.1 2026-06 at least 99.9 % 43100 of 43200 99.7685 % missed"
                        + " 99.9072 % kept"),
                page);
    }
}
