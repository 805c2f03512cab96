package dev.remit.house.broken.contracts;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Is internal, and says nothing about who may ask; its text is in an annotation. */
@Path("/internal/v1/everything")
public class OpenResource {
    @GET
    @Operation(summary = "Everything")
    public String everything() {
        return "";
    }
}
