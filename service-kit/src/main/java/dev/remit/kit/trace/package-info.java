/** The names under which work is followed: request id, tenant and operation on log lines, and OpenTelemetry's traces. */
package dev.remit.kit.trace;
