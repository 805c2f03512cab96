package dev.remit.kit.app;

import dev.remit.kit.feed.Feed;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.feed.TenantFeedPage;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.ETags;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/gadgets/v1/gadgets")
@RolesAllowed({"owner", "technician", "client-approver"})
public class GadgetResource {
    /** What a test wants to happen in the transaction that makes the gadget of a name. */
    static final Map<String, Runnable> WHILE_MAKING = new ConcurrentHashMap<>();

    /** What a test wants to happen between two reads of a gadget. */
    static final Map<UUID, Runnable> BETWEEN_READS = new ConcurrentHashMap<>();

    private final Gadgets gadgets;
    private final Ids ids;
    private final TenantClock clock;
    private final Outbox outbox;
    private final Feed feed;
    private final Caller caller;

    GadgetResource(Gadgets gadgets, Ids ids, TenantClock clock, Outbox outbox, Feed feed, Caller caller) {
        this.gadgets = gadgets;
        this.ids = ids;
        this.clock = clock;
        this.outbox = outbox;
        this.feed = feed;
        this.caller = caller;
    }

    public record Part(@NotBlank String label, MoneyJson price, Integer count) {}

    public record NewGadget(
            @NotBlank @Size(max = 100) String name,
            DayOfWeek day,
            LocalDate date,
            Instant at,
            Boolean spare,
            Long weight,
            UUID model,
            @Size(max = 3) List<@Valid Part> parts,
            List<@NotBlank String> tags) {}

    public record GadgetView(UUID id, String name, Instant madeAt, long version) {
        static GadgetView of(Gadget gadget) {
            return new GadgetView(gadget.id, gadget.name, gadget.madeAt, gadget.version);
        }
    }

    public record Rename(@NotBlank String name) {}

    /**
     * Makes a gadget. Its {@code name} may be anybody's.
     *
     * @param body the gadget
     * @return 201: the new gadget
     */
    @POST
    @Idempotent("gadgets.create")
    public RestResponse<GadgetView> create(@NotNull @Valid NewGadget body) {
        String name = body.name();
        if ("impossible".equals(name)) {
            throw Problem.wrongState("No such gadget can be made.");
        }
        WHILE_MAKING.getOrDefault(name, () -> {}).run();
        Gadget gadget = new Gadget(ids.next(), name, clock.now());
        gadgets.persist(gadget);
        Duplicates.flush(
                gadgets.getEntityManager(),
                Map.of(
                        "uq_gadget_by_name",
                        Problem.conflict("There is a gadget of that name already.")
                                .error("name", "is taken", "taken")));
        outbox.append("GadgetMade", gadget.id, new Rename(name));
        return Answers.created("/api/gadgets/v1/gadgets/" + gadget.id, GadgetView.of(gadget), gadget.version);
    }

    @GET
    @ConsistentRead
    public Page<GadgetView> list(@Valid @BeanParam Paging paging) {
        Optional<Cursor> after = paging.after(1);
        var query = after.isPresent()
                ? gadgets.find("id > ?1 order by id", after.get().uuid(0))
                : gadgets.find("order by id");
        return Page.of(
                query.range(0, paging.limit()).list(), paging.limit(), GadgetView::of, last -> Cursor.after(last.id));
    }

    @GET
    @Path("/{id}")
    @ConsistentRead
    public GadgetView get(UUID id) {
        return GadgetView.of(find(id));
    }

    @PUT
    @Path("/{id}/name")
    @Transactional
    public RestResponse<GadgetView> rename(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Rename body) {
        Gadget gadget = find(id);
        ETags.requireMatch(ifMatch, gadget.version);
        gadget.name = body.name();
        gadgets.flush();
        return Answers.ok(GadgetView.of(gadget), gadget.version);
    }

    private Gadget find(UUID id) {
        return gadgets.findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /** The name of a gadget, read twice. */
    @GET
    @Path("/{id}/names")
    @ConsistentRead
    public List<String> names(UUID id) {
        String first = nameNow(id);
        BETWEEN_READS.getOrDefault(id, () -> {}).run();
        return List.of(first, nameNow(id));
    }

    private String nameNow(UUID id) {
        return gadgets.getEntityManager()
                .createQuery("select name from Gadget where id = ?1", String.class)
                .setParameter(1, id)
                .getSingleResult();
    }

    public record Asked(LocalDate since, DayOfWeek day, Integer count, UUID model, Instant at) {}

    @GET
    @Path("/asked")
    public Asked asked(
            @QueryParam("since") LocalDate since,
            @QueryParam("day") DayOfWeek day,
            @QueryParam("count") Integer count,
            @QueryParam("model") UUID model,
            @QueryParam("at") Instant at) {
        return new Asked(since, day, count, model, at);
    }

    @GET
    @Path("/feed")
    public TenantFeedPage feed(@QueryParam("after") long after) {
        return feed.ofTenant(after, 100);
    }

    public record Me(UUID tenant, String username, String name, String email, String client) {}

    @GET
    @Path("/me")
    public Me me() {
        return new Me(
                caller.tenant(),
                caller.username(),
                caller.name(),
                caller.email(),
                caller.client().orElse(null));
    }

    @GET
    @Path("/of-client/{client}")
    public String ofClient(@PathParam("client") String client) {
        caller.requireClient(client);
        return client;
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("secret of the house");
    }

    @GET
    @Path("/open")
    @PermitAll
    public String open() {
        return "open";
    }
}
