/** For which tenant this thread works, and who called. */
package dev.remit.kit.tenancy;
