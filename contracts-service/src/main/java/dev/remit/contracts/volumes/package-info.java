/** How much of each included volume is used up, as tickets-service tells. */
package dev.remit.contracts.volumes;
