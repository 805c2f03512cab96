/** Time that was worked, attached to tickets and work items. */
package dev.remit.tickets.worklog;
