package dev.remit.house.broken.contracts;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** A resource that shows its rows behind three views. */
@Path("/deep")
public class DeepResource {

    public record Page(List<Item> items) {}

    public record Item(Details details) {}

    public record Details(ContractsResource.Row row) {}

    @GET
    public Page page() {
        return new Page(List.of());
    }
}
