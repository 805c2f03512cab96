package dev.remit.house.broken.psa;

import dev.remit.house.broken.contracts.ContractsResource;

/** An adapter that reaches into a service. */
public record ImpureAdapter(ContractsResource service) {}
