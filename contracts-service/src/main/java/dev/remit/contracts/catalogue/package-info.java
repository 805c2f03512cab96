/** What the MSP can be asked for, and how a ticket is recognised as it. */
package dev.remit.contracts.catalogue;
