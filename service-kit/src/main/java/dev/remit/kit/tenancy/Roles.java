package dev.remit.kit.tenancy;

/** Who calls, as the token's {@code roles} claim says. */
public final class Roles {
    /** Whoever runs the suite; their token names no tenant. */
    public static final String OPERATOR = "operator";

    public static final String OWNER = "owner";
    public static final String SERVICE_DESK = "service-desk";
    public static final String TECHNICIAN = "technician";
    public static final String FINANCE = "finance";
    public static final String CLIENT_APPROVER = "client-approver";
    public static final String PSA_SYNC = "psa-sync";
    public static final String FINANCE_PULL = "finance-pull";
    public static final String INTEGRATOR = "integrator";
    public static final String AUDITOR = "auditor";
    public static final String SERVICE = "service";

    private Roles() {}
}
