/** The gateway's own answers to what cannot be passed on. */
package dev.remit.gateway.problem;
