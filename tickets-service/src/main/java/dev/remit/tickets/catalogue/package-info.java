/** By what work is recognised: the MSP's service catalogue, and the codes of its PSA that nobody has mapped. */
package dev.remit.tickets.catalogue;
