package dev.remit.tickets.measurements;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.tickets.compliance.ReportFilter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What was measured of the service. */
@Path("/api/tickets/v1")
@Produces(MediaType.APPLICATION_JSON)
@AccessRecorded
@RolesAllowed({OWNER, SERVICE_DESK, FINANCE, CLIENT_APPROVER, INTEGRATOR, AUDITOR})
@Tag(name = "Measurements", description = "What was measured of the service, and what was promised of it.")
class MeasurementsResource {
    private static final String ONE = "/clients/{code}/measurements/{parameter}/{period}";

    private final MeasurementActions actions;
    private final Parameters parameters;

    MeasurementsResource(MeasurementActions actions, Parameters parameters) {
        this.actions = actions;
        this.parameters = parameters;
    }

    /**
     * Say what was measured of a parameter in a period. The raw counts, and which of them an agreed exclusion takes away. Saying the
     * same again changes nothing, something else is another revision; all are kept. A period that is under way may be measured as
     * far as it has come, as often as whoever counts likes.
     *
     * @return what was said last, with its revision; 409: somebody else has just said something of it; 422: no agreement in force
     *     promises the parameter, or excludes the reason
     */
    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, INTEGRATOR})
    public MeasurementView recordMeasurement(
            @Valid @BeanParam MeasurementPath path, @NotNull @Valid MeasurementBody body) {
        return actions.record(path, body);
    }

    /**
     * Read what was said last to have been measured.
     *
     * @return the last revision
     */
    @GET
    @Path(ONE)
    @ConsistentRead
    public MeasurementView getMeasurement(@Valid @BeanParam MeasurementPath path) {
        return parameters.measurement(path);
    }

    /**
     * Take back what was said to have been measured. The parameter is not measured then; what was said is kept.
     *
     * @return 204: it is taken back; 409: somebody else has just said something of it
     */
    @DELETE
    @Path(ONE)
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK})
    public RestResponse<Void> withdrawMeasurement(@Valid @BeanParam MeasurementPath path) {
        actions.withdraw(path);
        return RestResponse.noContent();
    }

    /** List what was said over time to have been measured. The last first. */
    @GET
    @Path(ONE + "/revisions")
    @ConsistentRead
    public Page<MeasurementView> listMeasurementRevisions(
            @Valid @BeanParam MeasurementPath path, @Valid @BeanParam Paging paging) {
        return parameters.history(path, paging);
    }

    /**
     * Read how the figures of the service that agreements promise stand. Each over each of its periods that meets the one that is
     * asked for: as it was measured, and without what the agreement excludes.
     */
    @GET
    @Path("/compliance/parameters")
    @ConsistentRead
    public ParametersView getDeliveryParameters(@Valid @BeanParam ReportFilter filter) {
        return parameters.read(filter);
    }
}
