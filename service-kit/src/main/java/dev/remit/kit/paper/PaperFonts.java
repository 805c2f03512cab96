package dev.remit.kit.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.remit.kit.paper.PaperCopy.CannotBePrinted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts that a PDF carries: Liberation, which has the Latin, Greek and Cyrillic letters. */
final class PaperFonts {
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final int MOST_NAMED = 5;
    private static final int BOX = '\u25A1';
    private static final List<Font> FONTS = List.of(
            new Font("Liberation Serif", NORMAL, "LiberationSerif-Regular"),
            new Font("Liberation Serif", BOLD, "LiberationSerif-Bold"),
            new Font("Liberation Mono", NORMAL, "LiberationMono-Regular"));

    private final CmapLookup letters;

    PaperFonts() throws IOException {
        letters = FONTS.getFirst().read().getUnicodeCmapLookup();
    }

    private record Font(String family, int weight, String file) {

        TrueTypeFont read() throws IOException {
            try (InputStream file = PaperFonts.class.getResourceAsStream("/liberation/" + file() + ".ttf")) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
                // Ligatures take three quarters of the time, and a search in the PDF misses them.
                font.setEnableGsub(false);
                return font;
            }
        }
    }

    static void addTo(PdfRendererBuilder builder, PDDocument pdf) {
        FONTS.forEach(
                font -> builder.useFont(supplier(font, pdf), font.family(), font.weight(), FontStyle.NORMAL, true));
    }

    private static PDFontSupplier supplier(Font font, PDDocument pdf) {
        return new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                try {
                    return PDType0Font.load(pdf, font.read(), true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** A box in the place of a letter would be another text than that of the page. */
    void check(String text) {
        List<String> lacking = text.codePoints()
                .filter(letter -> !Character.isWhitespace(letter) && !isShown(letter))
                .distinct()
                .limit(MOST_NAMED)
                .mapToObj(Character::toString)
                .toList();
        if (!lacking.isEmpty()) {
            throw new CannotBePrinted(
                    "The fonts of the PDF cannot show " + lacking.stream().collect(Collectors.joining(" ")) + ".");
        }
    }

    /** The same with a box in the place of each letter that the fonts lack. */
    String boxed(String text) {
        return text.codePoints()
                .map(letter -> Character.isWhitespace(letter) || isShown(letter) ? letter : BOX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean isShown(int letter) {
        byte direction = Character.getDirectionality(letter);
        return letters.getGlyphId(letter) != 0
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
