/** How fast tickets are taken in and ruled, beside plain JDBC that writes the same rows. */
package dev.remit.journeys.intake;
