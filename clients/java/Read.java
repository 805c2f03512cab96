import dev.remit.client.ApiClient;
import dev.remit.client.model.Ticket;
import java.nio.file.Path;

/** Reads a ticket whose state this version does not know. */
final class Read {
    public static void main(String[] file) throws Exception {
        Ticket ticket = ApiClient.createDefaultObjectMapper().readValue(Path.of(file[0]).toFile(), Ticket.class);
        if (!ticket.getState().equals("PARKED") || ticket.getWorkItems().size() != 1) {
            throw new AssertionError("read " + ticket);
        }
    }
}
