/** What a person has to look at, and what they decide about it. */
package dev.remit.tickets.reviews;
