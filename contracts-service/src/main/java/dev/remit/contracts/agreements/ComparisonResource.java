package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.contracts.agreements.DraftRequest.From;
import dev.remit.contracts.agreements.compare.Comparison;
import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.json.Json;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Copies of versions, what differs between them, what they are proved by, and their terms as a file. */
@Path(AgreementResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
@AccessRecorded
@Tag(name = "Agreement versions")
class ComparisonResource {
    private final Agreements agreements;
    private final Copies copies;
    private final Verifications verifications;
    private final VersionViews views;

    ComparisonResource(Agreements agreements, Copies copies, Verifications verifications, VersionViews views) {
        this.agreements = agreements;
        this.copies = copies;
        this.verifications = verifications;
        this.views = views;
    }

    /** What a version is compared with. */
    static final class Other {
        /** The number of the version to compare with. Absent: the one before. */
        @QueryParam("from")
        @Min(1)
        Integer from;

        /** The agreement of that version. Absent: the same. */
        @QueryParam("fromAgreement")
        UUID fromAgreement;
    }

    /**
     * Draft the next version from a template or from another version, of the same agreement or of another one, also with
     * another client, whose own side of the parties is then left out. A template's rates are in the client's currency.
     *
     * @param id the agreement's id.
     * @return 201: the draft under its number
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/drafts")
    @RolesAllowed(OWNER)
    @Idempotent("agreement-versions.copy")
    public RestResponse<VersionView> copyAgreementVersion(UUID id, @NotNull @Valid DraftRequest body) {
        return views.created(copies.create(id, body));
    }

    /**
     * Say what a version says otherwise than the template or version that it began with, its dates aside. There are none,
     * and no {@code from}, where it began with nothing.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     */
    @GET
    @Path("/versions/{number}/deviations")
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR})
    public DifferenceReport listAgreementDeviations(UUID id, int number) {
        AgreementVersion version = agreements.visible(id, number);
        return new DifferenceReport(
                version.origin() == null ? null : version.origin().from(), copies.deviations(version));
    }

    /**
     * Say what a version says otherwise than another one, paragraph by paragraph, rule by rule, rate by rate.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     */
    @GET
    @Path("/versions/{number}/difference")
    @ConsistentRead
    public DifferenceReport compareAgreementVersions(UUID id, int number, @Valid @BeanParam Other other) {
        return compare(id, number, other);
    }

    /**
     * The same as a text, a sentence a line.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the differences in words
     */
    @GET
    @Path("/versions/{number}/difference.txt")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @ConsistentRead
    public RestResponse<String> compareAgreementVersionsInWords(UUID id, int number, @Valid @BeanParam Other other) {
        return RestResponse.ok(compare(id, number, other).text());
    }

    private DifferenceReport compare(UUID id, int number, Other other) {
        AgreementVersion version = agreements.visible(id, number);
        UUID agreement = other.fromAgreement == null ? id : other.fromAgreement;
        int before = other.from == null ? number - 1 : other.from;
        if (before < 1) {
            throw Problem.invalid("from", "must be given: there is no version before the first", "required");
        }
        AgreementVersion compared = agreements.visible(agreement, before);
        return new DifferenceReport(
                new From(null, agreement, before),
                Comparison.of(Json.parseObject(compared.terms()), Json.parseObject(version.terms())));
    }

    /**
     * Export the terms of a version as a JSON file, its members in order, so that it can be kept where texts are. A new draft
     * takes the same file.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     * @return the terms
     */
    @GET
    @Path("/versions/{number}/terms")
    @ConsistentRead
    @APIResponseSchema(Terms.class)
    public RestResponse<byte[]> exportAgreementTerms(UUID id, int number) {
        AgreementVersion version = agreements.visible(id, number);
        byte[] file = (Json.parse(version.terms()).toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
        return ResponseBuilder.ok(file).tag(Sha256.hex(file)).build();
    }

    /**
     * Compute again whatever can be of a proposed or signed version: the hashes of its documents, that they are canonical and
     * can be read, what each signature signed, and the files it names. Each check says what was expected and what was found.
     *
     * @param id the agreement's id.
     * @param number the version's number, from 1.
     */
    @GET
    @Path("/versions/{number}/verification")
    @ConsistentRead
    public Verification verifyAgreementVersion(UUID id, int number) {
        return verifications.verify(id, number);
    }
}
