/** The parts of a service's API document that its resource methods do not have to say themselves. */
package dev.remit.kit.openapi;
