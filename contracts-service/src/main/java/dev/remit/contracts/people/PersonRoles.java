package dev.remit.contracts.people;

import dev.remit.kit.problem.Problem;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody is from now on. */
@Schema(name = "PersonRoles", description = "What somebody is from now on, instead of what they were.")
record PersonRoles(
        @NotEmpty @Size(max = 6) @Schema(description = "All their roles. Of a client's approver they do not change.")
        List<@NotNull PersonRole> roles) {

    /**
     * @param client null for the MSP's own
     * @throws Problem validation
     */
    static void check(List<PersonRole> roles, String client) {
        boolean approver = roles.contains(PersonRole.CLIENT_APPROVER);
        if (approver && roles.size() > 1) {
            throw Problem.invalid("roles", "must have nothing beside CLIENT_APPROVER", "alone");
        }
        if (approver != (client != null)) {
            throw approver
                    ? Problem.invalid("client", "is needed for CLIENT_APPROVER", "missing")
                    : Problem.invalid("client", "is taken for CLIENT_APPROVER alone", "unexpected");
        }
    }
}
