/** What time it is: the machine's, a tenant's, and that of a sandbox, which is moved by hand. */
package dev.remit.kit.time;
