package dev.remit.billing.simulations;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.rating.RatingResult;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
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

/** Rating for whoever wants to try it. */
@Path("/api/billing/v1/ratings/simulations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Simulations", description = "What work would cost, without storing anything")
public class SimulationResource {
    private static final int MOST_CASES = 1_000;

    private final SimulationPool pool;
    private final Tenancy tenancy;

    SimulationResource(SimulationPool pool, Tenancy tenancy) {
        this.pool = pool;
        this.tenancy = tenancy;
    }

    /**
     * Rates work by given terms. It is the computation that bills extras; nothing is stored. One request may take 80 million
     * calendar steps: a date or a window that is looked at is one, a change of band twenty.
     *
     * @return the rated cases in the order of the request
     */
    @POST
    @Blocking
    @RolesAllowed({INTEGRATOR, OWNER, FINANCE, SERVICE_DESK, AUDITOR})
    @AccessRecorded
    @RequestBody(content = @Content(schema = @Schema(ref = "RatingRequest")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "RatingAnswer")))
    public Uni<byte[]> simulateRating(byte[] body) {
        return pool.run(tenancy.current(), budget -> answer(body, budget));
    }

    private static byte[] answer(byte[] body, StepBudget budget) {
        JsonNode document = parse(body);
        try {
            return CanonicalJson.bytes(
                    new Answer(rated(Json.readStrictly(document, Request.class).cases(), budget)));
        } catch (InvalidInput fault) {
            String field = fault.path().isEmpty() ? "body" : fault.path();
            throw Problem.invalid(field, fault.problem(), "invalid");
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return Json.parse(body);
        } catch (InvalidInput fault) {
            throw Problem.of(ProblemType.MALFORMED_JSON, fault.getMessage());
        }
    }

    private static List<RatingResult> rated(List<RatingCase> cases, StepBudget budget) {
        List<RatingResult> answers = new ArrayList<>(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            RatingCase work = cases.get(i);
            answers.add(InvalidInput.at("cases[" + i + "]", () -> RatingEngine.rate(work.within(budget))));
        }
        return answers;
    }

    private record Request(List<RatingCase> cases) {
        Request {
            if (cases == null || cases.isEmpty() || cases.size() > MOST_CASES) {
                throw new InvalidInput("cases", "must be 1 to " + MOST_CASES + " cases");
            }
        }
    }

    private record Answer(List<RatingResult> cases) {}
}
