/** What changes on the desk's list, told while somebody looks at it. */
package dev.remit.tickets.live;
