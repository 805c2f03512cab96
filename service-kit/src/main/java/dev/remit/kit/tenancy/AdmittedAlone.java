package dev.remit.kit.tenancy;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses whatever is asked for by people and machines of a suspended tenant, or with a token that is good no longer: it
 * verifies for minutes after. Public for the framework's generated caller.
 */
public class AdmittedAlone {
    private final Admission admission;

    AdmittedAlone(Admission admission) {
        this.admission = admission;
    }

    @ServerRequestFilter
    public void refuse() {
        admission.present().require();
    }
}
