package dev.remit.kit.paper;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import dev.remit.engines.evidence.Sha256;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A page on A4 paper, as PDF/A. It is made from the bytes of the page, whose SHA-256 its style may show,
 * and the same bytes give the same PDF: it says neither when it was made nor what number it has.
 */
final class PaperCopy {
    private static final String CREATED = "\\s*<xmp:CreateDate>[^<]*</xmp:CreateDate>";

    private PaperCopy() {}

    /**
     * Makes the PDF.
     *
     * @param boxes whether a letter that the fonts lack becomes a box
     * @throws CannotBePrinted where it does not, and the fonts lack what the page says
     */
    static byte[] of(byte[] html, String style, boolean boxes) {
        try (PDDocument pdf = new PDDocument()) {
            Document page = parse(html);
            if (boxes) {
                box(page.getDocumentElement(), new PaperFonts());
            } else {
                new PaperFonts().check(page.getDocumentElement().getTextContent());
            }
            addStyle(page, style.replace("%s", Sha256.hex(html)));
            render(page, pdf);
            forgetTime(pdf);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The page is not as it is made", e);
        }
    }

    private static Document parse(byte[] html) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultInstance();
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parsers.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        parsers.setExpandEntityReferences(false);
        return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(html));
    }

    private static void box(Node node, PaperFonts fonts) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            node.setNodeValue(fonts.boxed(node.getNodeValue()));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            box(child, fonts);
        }
    }

    private static void addStyle(Document page, String style) {
        Element element = page.createElement("style");
        element.appendChild(page.createTextNode(style));
        page.getElementsByTagName("head").item(0).appendChild(element);
    }

    private static void render(Document page, PDDocument pdf) throws IOException {
        // Outside of PDF/A the machine's own fonts would be looked up.
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(page, null)
                .usePDDocument(pdf)
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Remit")
                .useUriResolver((base, uri) -> null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        PaperFonts.addTo(builder, pdf);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    private static void forgetTime(PDDocument pdf) throws IOException {
        pdf.setDocumentId(0L);
        pdf.getDocumentInformation().setCreationDate(null);
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        // The renderer claims a structure that it was not asked to write.
        catalog.setMarkInfo(null);
        PDMetadata metadata = catalog.getMetadata();
        String text = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(text.replaceFirst(CREATED, "").getBytes(StandardCharsets.UTF_8));
    }

    /** What is on the page cannot be put on paper as it is. */
    static final class CannotBePrinted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotBePrinted(String message) {
            super(message);
        }
    }
}
