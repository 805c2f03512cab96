package dev.remit.house.broken.contracts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** A resource that shows its rows, some of which may be later than others. */
@Path("/rows")
public class ContractsResource {

    /** A row. */
    @Entity
    public static class Row {
        @Id
        long id;
    }

    @GET
    @Transactional
    public List<Row> rows() {
        return List.of();
    }
}
