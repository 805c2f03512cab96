/** The MSP's machine clients: how PSA platforms, finance systems and integrations log in, with the rights of one purpose each. */
package dev.remit.contracts.machines;
