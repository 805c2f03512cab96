/** How much of each included volume is used up, as tickets-service tells of tickets and billing-service of visits and hours. */
package dev.remit.contracts.volumes;
