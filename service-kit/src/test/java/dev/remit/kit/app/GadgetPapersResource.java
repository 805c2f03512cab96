package dev.remit.kit.app;

import dev.remit.kit.http.Answers;
import dev.remit.kit.http.ForeignParameters;
import dev.remit.kit.http.GoingAway;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What a resource can have beside gadgets: files, views that change by themselves, lists of values, an end. */
@Path("/api/gadgets/v1/papers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("owner")
public class GadgetPapersResource {
    static final String CSV = "id,name\r\n1,ladder\r\n";
    static final AtomicReference<String> STATE = new AtomicReference<>("SCHEDULED");

    public record PaperView(String state) {}

    @GET
    @Path("/versioned")
    public RestResponse<PaperView> readPaper() {
        return Answers.ok(new PaperView(STATE.get()), 7);
    }

    @GET
    @Path("/list.csv")
    @Produces("text/csv;charset=UTF-8")
    public RestResponse<byte[]> downloadPapers() {
        return ResponseBuilder.ok(CSV.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv;charset=UTF-8")
                .tag("of-these-bytes")
                .header("Content-Disposition", "attachment")
                .build();
    }

    @GET
    public List<String> listPapers(@QueryParam("tag") List<String> tags, @QueryParam("state") String state) {
        return tags;
    }

    @POST
    @Path("/newest")
    public PaperView copyNewestPaper() {
        return new PaperView("COPY");
    }

    /** Takes the place of {@code /newest} for every other method. */
    @DELETE
    @Path("/{name}")
    public PaperView throwPaperAway(String name) {
        return new PaperView(name);
    }

    @POST
    @Path("/called-back")
    @ForeignParameters
    public PaperView callBack() {
        return new PaperView("CALLED");
    }

    @GET
    @Path("/old")
    @Deprecated(since = "0.1")
    @GoingAway(since = "2027-03-01", sunset = "2027-09-01", see = "/docs#papers")
    public PaperView readOldPaper() {
        return new PaperView("OLD");
    }
}
