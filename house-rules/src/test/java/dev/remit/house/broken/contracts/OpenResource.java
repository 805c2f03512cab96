package dev.remit.house.broken.contracts;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Is internal, and says nothing about who may ask. */
@Path("/internal/v1/everything")
public class OpenResource {
    @GET
    public String everything() {
        return "";
    }
}
