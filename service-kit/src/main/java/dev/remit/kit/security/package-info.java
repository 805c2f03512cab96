/** Who may call what only services call. */
package dev.remit.kit.security;
