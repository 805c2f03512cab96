package dev.remit.tickets.clocks;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.engines.InvalidInput;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.simulation.SimulationPool;
import dev.remit.kit.tenancy.Tenancy;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The SLA calculation for whoever wants to try it. */
@Path("/api/tickets/v1/sla/simulations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clocks")
class SimulationResource {
    private static final int MOST_CASES = 1_000;

    private final ObjectMapper json;
    private final SimulationPool pool;
    private final Tenancy tenancy;

    SimulationResource(ObjectMapper json, SimulationPool pool, Tenancy tenancy) {
        this.json = json;
        this.pool = pool;
        this.tenancy = tenancy;
    }

    /**
     * Compute when something is due and how much time is used up. Nothing is stored. One request may take 80 million calendar
     * steps: a date or a window that is looked at is one. Moments cost nothing more however many are asked for.
     *
     * @return an answer for each case in their order
     */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({INTEGRATOR, OWNER, SERVICE_DESK, TECHNICIAN, AUDITOR, FINANCE})
    @AccessRecorded
    @RequestBody(content = @Content(schema = @Schema(implementation = Request.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<byte[]> simulateSla(byte[] body) {
        // Read and written where it is computed: a long list of moments is work too.
        return pool.run(
                tenancy.current(),
                budget -> json.writeValueAsBytes(answer(json.readValue(body, Request.class), new Calendars(budget))));
    }

    private static Answer answer(Request request, Calendars calendars) {
        if (request == null) {
            throw Problem.invalid("body", "must be an object", "wrong-type");
        }
        List<SimulationCase> cases = request.cases();
        if (cases == null || cases.isEmpty() || cases.size() > MOST_CASES) {
            throw Problem.invalid("cases", "must be 1 to " + MOST_CASES + " cases", "size");
        }
        List<SimulationCase.Answer> answers = new ArrayList<>(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            answers.add(answer(cases.get(i), "cases[" + i + "]", calendars));
        }
        return new Answer(answers);
    }

    private static SimulationCase.Answer answer(SimulationCase asked, String path, Calendars calendars) {
        if (asked == null) {
            throw Problem.invalid(path, "must be an object", "wrong-type");
        }
        try {
            return asked.answer(calendars);
        } catch (InvalidInput refused) {
            InvalidInput placed = refused.under(path);
            throw Problem.invalid(placed.path(), placed.problem(), "invalid-value");
        }
    }

    @Schema(
            name = "SlaSimulationRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = {"cases"})
    record Request(
            @Schema(minItems = 1, maxItems = MOST_CASES) List<SimulationCase> cases) {}

    @Schema(name = "SlaSimulationAnswer")
    record Answer(List<SimulationCase.Answer> cases) {}
}
