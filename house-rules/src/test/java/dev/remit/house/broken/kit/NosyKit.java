package dev.remit.house.broken.kit;

import dev.remit.house.broken.contracts.ContractsResource;

/** A shared part that knows one of those who share it. */
public record NosyKit(ContractsResource service) {}
