package dev.remit.kit.paper;

import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.paper.PaperCopy.CannotBePrinted;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Puts pages on paper, one at a time, since a long one takes some seconds and tens of megabytes. */
@ApplicationScoped
public class PaperCopies {
    /** About a hundred sheets of clauses. */
    static final int LONGEST_PAGE_BYTES = 512 * 1024;

    private static final int SECONDS_TO_WAIT = 5;
    private static final String SECONDS_TO_RETRY = "2";

    private final Semaphore press = new Semaphore(1);

    /**
     * Makes the PDF of a page.
     *
     * @param html the bytes of the page
     * @param style what it wears on paper beside its own style; each {@code %s} is the SHA-256 of its bytes
     * @throws Problem not-acceptable, where the page is too long or has letters that the fonts lack
     */
    @LongRead
    public byte[] print(byte[] html, String style) {
        return press(html, style, false);
    }

    /**
     * The same of a page that is no document: a letter that the fonts lack is a box on paper.
     *
     * @throws Problem not-acceptable, where the page is too long
     */
    @LongRead
    public byte[] printWithBoxes(byte[] html, String style) {
        return press(html, style, true);
    }

    private byte[] press(byte[] html, String style, boolean boxes) {
        if (html.length > LONGEST_PAGE_BYTES) {
            throw refused("A page of more than " + LONGEST_PAGE_BYTES / 1024 + " KiB is not made into a PDF.");
        }
        try {
            if (!press.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw Problem.of(ProblemType.TOO_MANY_REQUESTS, "Other PDFs are being made.")
                        .header("Retry-After", SECONDS_TO_RETRY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The service is stopping.");
        }
        try {
            return PaperCopy.of(html, style, boxes);
        } catch (CannotBePrinted reason) {
            throw refused(reason.getMessage());
        } finally {
            press.release();
        }
    }

    private static Problem refused(String reason) {
        return Problem.of(ProblemType.NOT_ACCEPTABLE, reason + " Fetch it as text/html and print it in a browser.");
    }
}
