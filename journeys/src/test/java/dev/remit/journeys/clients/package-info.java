/** Programs of integrators, run with clients that were generated from the API document. */
package dev.remit.journeys.clients;
