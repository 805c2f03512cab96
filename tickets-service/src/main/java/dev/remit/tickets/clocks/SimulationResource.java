package dev.remit.tickets.clocks;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
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
     * Compute when something is due and how much time is used up. For one case, or for an array of at most 1,000, which is
     * answered by an array. Nothing is stored. One request may take 80 million calendar steps: a date or a window that is looked
     * at is one. Moments cost nothing more however many are asked for.
     *
     * @return the answer, or one for each case in their order
     */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({INTEGRATOR, OWNER, SERVICE_DESK, TECHNICIAN, AUDITOR, FINANCE})
    @AccessRecorded
    @RequestBody(content = @Content(schema = @Schema(oneOf = {SimulationCase.class, SimulationCase[].class})))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {SimulationCase.Answer.class, SimulationCase.Answer[].class})))
    public Uni<byte[]> simulateSla(byte[] body) {
        // Read and written where it is computed: a long list of moments is work too.
        return pool.run(
                tenancy.current(),
                budget -> json.writeValueAsBytes(answer(json.readTree(body), new Calendars(budget))));
    }

    private Object answer(JsonNode body, Calendars calendars) throws JsonProcessingException {
        if (!body.isArray()) {
            return answer(body, "", calendars);
        }
        if (body.size() > MOST_CASES) {
            throw Problem.invalid("body", "must have at most " + MOST_CASES + " cases", "size");
        }
        List<SimulationCase.Answer> answers = new ArrayList<>(body.size());
        for (int i = 0; i < body.size(); i++) {
            try {
                answers.add(answer(body.get(i), "[" + i + "]", calendars));
            } catch (JsonMappingException fault) {
                fault.prependPath(answers, i);
                throw fault;
            }
        }
        return answers;
    }

    private SimulationCase.Answer answer(JsonNode body, String path, Calendars calendars)
            throws JsonProcessingException {
        if (!body.isObject()) {
            throw Problem.invalid(path.isEmpty() ? "body" : path, "must be an object", "wrong-type");
        }
        try {
            return json.treeToValue(body, SimulationCase.class).answer(calendars);
        } catch (InvalidInput refused) {
            InvalidInput placed = refused.under(path);
            throw Problem.invalid(placed.path(), placed.problem(), "invalid-value");
        }
    }
}
