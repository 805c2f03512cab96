/** Which paths this service has, as its resources name them, and what may be done at each. */
package dev.remit.kit.paths;
